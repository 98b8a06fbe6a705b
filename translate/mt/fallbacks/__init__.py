"""Fallbacks: what is asked for where a check finds a fault, and which answer is taken."""
