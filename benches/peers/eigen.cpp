// Eigen's fixed-size matrices, compiled for one level. Buffers are aligned to 64 bytes.
#include <Eigen/Core>

namespace {

template <typename T, int R, int C>
using Mat = Eigen::Matrix<T, R, C, C == 1 ? Eigen::ColMajor : Eigen::RowMajor>;
template <typename T, int R, int C>
using In = Eigen::Map<const Mat<T, R, C>, Eigen::Aligned64>;
template <typename T, int R, int C>
using Out = Eigen::Map<Mat<T, R, C>, Eigen::Aligned64>;

template <typename T, int M, int N, int K>
void nn(const T *a, const T *b, T *c) {
    Out<T, M, N>(c).noalias() = In<T, M, K>(a) * In<T, K, N>(b);
}

template <typename T, int M, int N, int K>
void tn(const T *a, const T *b, T *c) {
    Out<T, M, N>(c).noalias() = In<T, K, M>(a).transpose() * In<T, K, N>(b);
}

template <typename T, int M, int N, int K>
void nt(const T *a, const T *b, T *c) {
    Out<T, M, N>(c).noalias() = In<T, M, K>(a) * In<T, N, K>(b).transpose();
}

// An operation on elements of `size` bytes.
struct Entry {
    const char *op;
    int size, m, n, k;
    void *run;
};

#define ENTRY(op, T, M, N, K) {#op, sizeof(T), M, N, K, reinterpret_cast<void *>(&op<T, M, N, K>)},
#define PRODUCT(T, M, N, K) ENTRY(nn, T, M, N, K)
#define PRODUCTS(T, M, N, K) ENTRY(nn, T, M, N, K) ENTRY(tn, T, M, N, K) ENTRY(nt, T, M, N, K)

const Entry entries[] = {
#include "eigen_shapes.h"
};

} // namespace

#define NAME(level) NAME_(level)
#define NAME_(level) peer_eigen_##level

extern "C" void *NAME(LEVEL)(const char *op, int size, int m, int n, int k) {
    for (const Entry &entry : entries)
        if (!strcmp(entry.op, op) && entry.size == size && entry.m == m && entry.n == n && entry.k == k)
            return entry.run;
    return nullptr;
}

extern "C" const char *peer_eigen_version() __attribute__((weak));
extern "C" const char *peer_eigen_version() {
#define TEXT(x) TEXT_(x)
#define TEXT_(x) #x
    return TEXT(EIGEN_WORLD_VERSION) "." TEXT(EIGEN_MAJOR_VERSION) "." TEXT(EIGEN_MINOR_VERSION);
}
