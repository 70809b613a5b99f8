// What cblas.h declares beside the BLAS itself, which is called directly.
#include <cblas.h>

const char *peer_openblas_level(void) {
    openblas_set_num_threads(1);
    return openblas_get_corename();
}

const char *peer_openblas_version(void) {
    return OPENBLAS_VERSION;
}
