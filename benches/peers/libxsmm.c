// LIBXSMM's kernels, generated for one shape. Matrices are column-major here.
#include <libxsmm.h>

// c = op(a) op(b), where op is the transpose if the flag says so; NULL where LIBXSMM
// has no such kernel.
libxsmm_smmfunction peer_libxsmm_f32(int m, int n, int k, int lda, int ldb, int ldc, int ta, int tb) {
    const float alpha = 1, beta = 0;
    const int flags = LIBXSMM_GEMM_FLAGS(ta ? 'T' : 'N', tb ? 'T' : 'N');
    const int prefetch = LIBXSMM_PREFETCH_NONE;
    return libxsmm_smmdispatch(m, n, k, &lda, &ldb, &ldc, &alpha, &beta, &flags, &prefetch);
}

libxsmm_dmmfunction peer_libxsmm_f64(int m, int n, int k, int lda, int ldb, int ldc, int ta, int tb) {
    const double alpha = 1, beta = 0;
    const int flags = LIBXSMM_GEMM_FLAGS(ta ? 'T' : 'N', tb ? 'T' : 'N');
    const int prefetch = LIBXSMM_PREFETCH_NONE;
    return libxsmm_dmmdispatch(m, n, k, &lda, &ldb, &ldc, &alpha, &beta, &flags, &prefetch);
}

const char *peer_libxsmm_level(void) {
    libxsmm_init();
    return libxsmm_get_target_arch();
}

const char *peer_libxsmm_version(void) {
    return LIBXSMM_VERSION;
}
