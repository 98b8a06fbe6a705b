// Kernels of int8.py: what stands around the int8 matrix products when a model is trained.
// Compiled for the machine it runs on, by int8.py: cc -O3 -march=native -ffast-math -shared -fPIC.
// Matrices are dense and row-major. A quantised row is int8 times one float, its scale.

#include <math.h>
#include <stdint.h>

// A number from [0, 1) that depends on the seed and the place alone.
static inline float chance(uint32_t seed, int place) {
    uint32_t u = (uint32_t)place * 0x9E3779B1u + seed;
    u = (u ^ (u >> 15)) * 0x85EBCA6Bu;
    u ^= u >> 13;
    return (float)(int32_t)(u >> 8) * 0x1p-24f;
}

// x up or down by chance, at most 127 where rounding errors would make it more.
static inline int8_t either(float x, uint32_t seed, int place) {
    return (int8_t)(int32_t)fminf(127.0f, floorf(x + chance(seed, place)));
}

static float largest(const float *x, int n) {
    float top = 1e-20f;
    for (int i = 0; i < n; i++) top = fmaxf(top, fabsf(x[i]));
    return top;
}

// Rows to int8. Seed 0 rounds to nearest; any other rounds up or down by chance, so that the
// expected value is exact. The rows are added up in `sum`, if there is one.
void quantise(const float *x, long rows, int n, uint32_t seed, int8_t *q, float *scale,
              float *sum) {
    for (long r = 0; r < rows; r++, x += n, q += n) {
        float top = largest(x, n), by = 127.0f / top;
        scale[r] = top / 127.0f;
        if (sum)
            for (int i = 0; i < n; i++) sum[i] += x[i];
        if (seed)
            for (int i = 0; i < n; i++) q[i] = either(x[i] * by, seed + (uint32_t)r * 7919u, i);
        else
            for (int i = 0; i < n; i++) q[i] = (int8_t)(int32_t)rintf(x[i] * by);
    }
}

// y = sums * row * column + bias.
void finish(const int32_t *sums, long rows, int n, const float *row, const float *column,
            const float *bias, float *y) {
    for (long r = 0; r < rows; r++, sums += n, y += n)
        for (int i = 0; i < n; i++) y[i] = (float)sums[i] * row[r] * column[i] + bias[i];
}

// The hidden layer: max(0, sums * row * column + bias), to int8. What is above zero stays above
// zero, so that q > 0 says where the gradient passes.
void finish_relu(const int32_t *sums, long rows, int n, const float *row, const float *column,
                 const float *bias, float *room, int8_t *q, float *scale) {
    for (long r = 0; r < rows; r++, sums += n, q += n) {
        float top = 1e-20f;
        for (int i = 0; i < n; i++) {
            room[i] = fmaxf(0.0f, (float)sums[i] * row[r] * column[i] + bias[i]);
            top = fmaxf(top, room[i]);
        }
        float by = 127.0f / top;
        scale[r] = top / 127.0f;
        for (int i = 0; i < n; i++) {
            float v = rintf(room[i] * by);
            q[i] = (int8_t)(int32_t)(room[i] > 0.0f ? fmaxf(1.0f, v) : 0.0f);
        }
    }
}

// The gradient of the hidden layer: sums * row * column where hidden > 0, to int8; adds up bias.
void back_relu(const int32_t *sums, long rows, int n, const float *row, const float *column,
               const int8_t *hidden, uint32_t seed, float *room, int8_t *q, float *scale,
               float *bias) {
    for (long r = 0; r < rows; r++, sums += n, q += n, hidden += n) {
        for (int i = 0; i < n; i++)
            room[i] = hidden[i] > 0 ? (float)sums[i] * row[r] * column[i] : 0.0f;
        quantise(room, 1, n, seed + (uint32_t)r * 7919u, q, scale + r, bias);
    }
}

// Quantised rows times a factor each, to int8 with one scale for all (the largest row fills it).
void reweigh(const int8_t *x, long rows, int n, const float *a, const float *b, uint32_t seed,
             int8_t *q, float *scale) {
    float top = 1e-30f;
    for (long r = 0; r < rows; r++) top = fmaxf(top, a[r] * b[r]);
    *scale = top;
    for (long r = 0; r < rows; r++, x += n, q += n) {
        float by = a[r] * b[r] / top;
        for (int i = 0; i < n; i++) q[i] = either((float)x[i] * by, seed + (uint32_t)r * 7919u, i);
    }
}

// Label-smoothed cross-entropy of the logits sums * row * column + bias: returns its sum and gives
// the gradient of the logits as int8, what that leaves over as int8 of a 127th of the scale, and
// the gradient of bias, added up.
double entropy(const int32_t *sums, long rows, int n, const float *row, const float *column,
               const float *bias, const int64_t *gold, float smooth, uint32_t seed, float *room,
               int8_t *q, int8_t *rest, float *scale, float *bias_grad) {
    double loss = 0;
    for (long r = 0; r < rows; r++, sums += n, q += n, rest += n) {
        float top = -1e30f, mean = 0, all = 0;
        for (int i = 0; i < n; i++) {
            room[i] = (float)sums[i] * row[r] * column[i] + bias[i];
            top = fmaxf(top, room[i]);
            mean += room[i];
        }
        float right = room[gold[r]];
        for (int i = 0; i < n; i++) {
            room[i] = expf(room[i] - top);
            all += room[i];
        }
        float norm = logf(all) + top, share = 1.0f / all;
        loss += norm - (1 - smooth) * right - smooth * mean / n;
        for (int i = 0; i < n; i++) room[i] = room[i] * share - smooth / n;
        room[gold[r]] -= 1 - smooth;
        quantise(room, 1, n, seed + (uint32_t)r * 7919u, q, scale + r, bias_grad);
        for (int i = 0; i < n; i++) {
            float left = (room[i] / scale[r] - (float)q[i]) * 127.0f;
            rest[i] = either(left, seed + (uint32_t)r * 104729u, i);
        }
    }
    return loss;
}
