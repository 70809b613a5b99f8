/* Loops over the vector functions of SLEEF and of glibc's libmvec, found by name. Both have
   functions for each level, and leave loops to their callers. */

#include <immintrin.h>
#include <stddef.h>
#include <string.h>

/* z[i] = f(x[i]), or f(x[i], y[i]); n is a multiple of the vector. */
typedef void (*loop)(const void *x, const void *y, void *z, size_t n);

struct row {
    const char *name;
    loop single_256, single_512, double_256, double_512;
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

#ifdef WITH_SLEEF
#define SLEEF(KIND, name)                        \
    F32_256(KIND, Sleef_##name##f8_u10avx2)      \
    F32_512(KIND, Sleef_##name##f16_u10avx512f)  \
    F64_256(KIND, Sleef_##name##d4_u10avx2)      \
    F64_512(KIND, Sleef_##name##d8_u10avx512f)
#define SLEEF_ROW(ours, name)                                                             \
    {#ours, loop_Sleef_##name##f8_u10avx2, loop_Sleef_##name##f16_u10avx512f,             \
     loop_Sleef_##name##d4_u10avx2, loop_Sleef_##name##d8_u10avx512f},

SLEEF(ONE, exp)
SLEEF(ONE, exp2)
SLEEF(ONE, expm1)
SLEEF(ONE, log)
SLEEF(ONE, log2)
SLEEF(ONE, log1p)
SLEEF(ONE, sin)
SLEEF(ONE, cos)
SLEEF(ONE, tan)
SLEEF(ONE, tanh)
SLEEF(ONE, erf)
SLEEF(ONE, cbrt)
SLEEF(TWO, pow)
SLEEF(TWO, atan2)

static const struct row sleef[] = {
    SLEEF_ROW(exp, exp) SLEEF_ROW(exp2, exp2) SLEEF_ROW(expm1, expm1) SLEEF_ROW(ln, log)
    SLEEF_ROW(log2, log2) SLEEF_ROW(ln_1p, log1p) SLEEF_ROW(sin, sin) SLEEF_ROW(cos, cos)
    SLEEF_ROW(tan, tan) SLEEF_ROW(tanh, tanh) SLEEF_ROW(erf, erf) SLEEF_ROW(cbrt, cbrt)
    SLEEF_ROW(pow, pow) SLEEF_ROW(atan2, atan2) {0}};
#else
static const struct row sleef[] = {{0}};
#endif

#ifdef WITH_MVEC
#define MVEC(KIND, v, name)            \
    F32_256(KIND, _ZGVdN8##v##_##name##f)  \
    F32_512(KIND, _ZGVeN16##v##_##name##f) \
    F64_256(KIND, _ZGVdN4##v##_##name)     \
    F64_512(KIND, _ZGVeN8##v##_##name)
#define MVEC_ROW(ours, v, name)                                                   \
    {#ours, loop__ZGVdN8##v##_##name##f, loop__ZGVeN16##v##_##name##f,            \
     loop__ZGVdN4##v##_##name, loop__ZGVeN8##v##_##name},

MVEC(ONE, v, exp)
MVEC(ONE, v, exp2)
MVEC(ONE, v, expm1)
MVEC(ONE, v, log)
MVEC(ONE, v, log2)
MVEC(ONE, v, log1p)
MVEC(ONE, v, sin)
MVEC(ONE, v, cos)
MVEC(ONE, v, tan)
MVEC(ONE, v, tanh)
MVEC(ONE, v, erf)
MVEC(ONE, v, cbrt)
MVEC(TWO, vv, pow)
MVEC(TWO, vv, atan2)

static const struct row mvec[] = {
    MVEC_ROW(exp, v, exp) MVEC_ROW(exp2, v, exp2) MVEC_ROW(expm1, v, expm1) MVEC_ROW(ln, v, log)
    MVEC_ROW(log2, v, log2) MVEC_ROW(ln_1p, v, log1p) MVEC_ROW(sin, v, sin) MVEC_ROW(cos, v, cos)
    MVEC_ROW(tan, v, tan) MVEC_ROW(tanh, v, tanh) MVEC_ROW(erf, v, erf) MVEC_ROW(cbrt, v, cbrt)
    MVEC_ROW(pow, vv, pow) MVEC_ROW(atan2, vv, atan2) {0}};
#else
static const struct row mvec[] = {{0}};
#endif

/* The loop of a library (0: SLEEF, 1: libmvec) for elements and vectors of so many bytes, or null. */
loop vecmath_peer(int library, const char *name, int element, int vector) {
    for (const struct row *row = library ? mvec : sleef; row->name; row++)
        if (!strcmp(row->name, name)) {
            if (element == 4) return vector == 64 ? row->single_512 : row->single_256;
            return vector == 64 ? row->double_512 : row->double_256;
        }
    return 0;
}
