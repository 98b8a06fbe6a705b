/* IBM model 1 by expectation and maximisation: t(e|f) of a parallel text of numbers.
 *
 *     ibm1 f.bin f.off e.bin e.off PAIRS ROUNDS LEAST > table
 *
 * .bin: int32 numbers below 2^20, end to end; .off: int64, where each sentence begins, and the end.
 * A line of the table: f, e, t(e|f), the expected count; those with t(e|f) >= LEAST.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define NOTHING (1 << 20) /* the empty word, which every sentence has */
#define LONGEST 120
#define BITS 26

typedef struct { uint64_t key; float t, count; } Cell;

static Cell *cells;
static const uint64_t mask = (1ull << BITS) - 1;

static void fail(const char *why) { fprintf(stderr, "ibm1: %s\n", why); exit(1); }

static Cell *find(uint32_t f, uint32_t e) {
    static uint64_t used;
    uint64_t key = ((uint64_t)f << 32 | e) + 1, at = key * 0x9E3779B97F4A7C15ull;
    for (at = (at ^ at >> 29) & mask; cells[at].key && cells[at].key != key; at = (at + 1) & mask);
    if (!cells[at].key) {
        cells[at].key = key, cells[at].t = 1;
        if (++used > mask / 10 * 9) fail("too many pairs of words");
    }
    return &cells[at];
}

static void *load(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    fseek(file, 0, SEEK_END);
    size_t size = ftell(file);
    rewind(file);
    void *data = malloc(size);
    if (!data || fread(data, 1, size, file) != size) fail(path);
    fclose(file);
    return data;
}

int main(int n, char **v) {
    if (n != 8) fail("f.bin f.off e.bin e.off PAIRS ROUNDS LEAST");
    int32_t *f = load(v[1]), *e = load(v[3]);
    int64_t *fo = load(v[2]), *eo = load(v[4]);
    long pairs = atol(v[5]), rounds = atol(v[6]);
    float least = atof(v[7]), *sum = malloc((NOTHING + 1) * sizeof *sum);
    Cell *seen[LONGEST + 1];
    cells = calloc(mask + 1, sizeof *cells);
    for (long round = 0; round < rounds; round++) {
        for (int i = 0; i <= NOTHING; i++) sum[i] = 0;
        for (uint64_t i = 0; i <= mask; i++) cells[i].count = 0;
        for (long p = 0; p < pairs; p++) {
            int length = fo[p + 1] - fo[p] > LONGEST ? LONGEST : fo[p + 1] - fo[p];
            for (int64_t j = eo[p]; j < eo[p + 1]; j++) {
                float all = 0;
                for (int i = 0; i <= length; i++) {
                    seen[i] = find(i ? f[fo[p] + i - 1] : NOTHING, e[j]);
                    all += seen[i]->t;
                }
                for (int i = 0; i <= length; i++) {
                    float part = seen[i]->t / all;
                    seen[i]->count += part;
                    sum[i ? f[fo[p] + i - 1] : NOTHING] += part;
                }
            }
        }
        for (uint64_t i = 0; i <= mask; i++)
            if (cells[i].key) cells[i].t = cells[i].count / (sum[(cells[i].key - 1) >> 32] + 1e-9f);
    }
    for (uint64_t i = 0; i <= mask; i++)
        if (cells[i].key && cells[i].t >= least && (cells[i].key - 1) >> 32 != NOTHING)
            printf("%u %u %.5f %.2f\n", (uint32_t)((cells[i].key - 1) >> 32),
                   (uint32_t)(cells[i].key - 1), cells[i].t, cells[i].count);
    return 0;
}
