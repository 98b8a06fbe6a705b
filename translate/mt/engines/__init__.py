"""Models that translate: what an engine must do, the engines, and installed packages."""
