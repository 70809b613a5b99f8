/* SLEEF's functions of at most 1 ULP. */
#include "vector_loops.h"

#include <sleef.h>

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

peer_loop peer_sleef(const char *name, int element, int vector) {
    return find(sleef, name, element, vector);
}
