/* The functions of glibc's libmvec, of at most 4 ULP. */
#include "vector_loops.h"

#include <features.h>

#if !__GLIBC_PREREQ(2, 35)
#error "before 2.35 it has few functions"
#endif

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

peer_loop peer_libmvec(const char *name, int element, int vector) {
    return find(mvec, name, element, vector);
}
