/* Loops over vector functions of libraries that have one for each level and leave loops to
   their callers, and a way to find them by name. */

#include <immintrin.h>
#include <stddef.h>
#include <string.h>

/* z[i] = f(x[i]), or f(x[i], y[i]); n is a multiple of the vector. */
typedef void (*peer_loop)(const void *x, const void *y, void *z, size_t n);

struct row {
    const char *name;
    peer_loop single_256, single_512, double_256, double_512;
};

#define ONE(f, T, V, L, TARGET, LOAD, STORE)                                         \
    V f(V);                                                                          \
    __attribute__((target(TARGET))) static void loop_##f(const void *x, const void *y, \
                                                         void *z, size_t n) {        \
        (void)y;                                                                     \
        for (size_t i = 0; i + L <= n; i += L)                                       \
            STORE((T *)z + i, f(LOAD((const T *)x + i)));                            \
    }
#define TWO(f, T, V, L, TARGET, LOAD, STORE)                                         \
    V f(V, V);                                                                       \
    __attribute__((target(TARGET))) static void loop_##f(const void *x, const void *y, \
                                                         void *z, size_t n) {        \
        for (size_t i = 0; i + L <= n; i += L)                                       \
            STORE((T *)z + i, f(LOAD((const T *)x + i), LOAD((const T *)y + i)));    \
    }

#define F32_256(KIND, f) KIND(f, float, __m256, 8, "avx2,fma", _mm256_loadu_ps, _mm256_storeu_ps)
#define F64_256(KIND, f) KIND(f, double, __m256d, 4, "avx2,fma", _mm256_loadu_pd, _mm256_storeu_pd)
#define F32_512(KIND, f) KIND(f, float, __m512, 16, "avx512f", _mm512_loadu_ps, _mm512_storeu_ps)
#define F64_512(KIND, f) KIND(f, double, __m512d, 8, "avx512f", _mm512_loadu_pd, _mm512_storeu_pd)

/* The loop for elements and vectors of so many bytes, or null. */
static peer_loop find(const struct row *row, const char *name, int element, int vector) {
    for (; row->name; row++)
        if (!strcmp(row->name, name)) {
            if (element == 4) return vector == 64 ? row->single_512 : row->single_256;
            return vector == 64 ? row->double_512 : row->double_256;
        }
    return 0;
}
