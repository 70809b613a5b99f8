// Eigen's fixed-size matrices, compiled for one level. Buffers are aligned to 64 bytes.
#include <Eigen/Core>
#include <cstring>

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

template <typename T, int M, int N, int K>
void lazy_nn(const T *a, const T *b, T *c) {
    Out<T, M, N>(c).noalias() = In<T, M, K>(a).lazyProduct(In<T, K, N>(b));
}

template <typename T, int M, int N, int K>
void lazy_tn(const T *a, const T *b, T *c) {
    Out<T, M, N>(c).noalias() = In<T, K, M>(a).transpose().lazyProduct(In<T, K, N>(b));
}

template <typename T, int M, int N, int K>
void lazy_nt(const T *a, const T *b, T *c) {
    Out<T, M, N>(c).noalias() = In<T, M, K>(a).lazyProduct(In<T, N, K>(b).transpose());
}

template <typename T, int N, int, int>
void dot(const T *a, const T *b, T *c) {
    *c = In<T, N, 1>(a).dot(In<T, N, 1>(b));
}

template <typename T, int N, int, int>
void sum(const T *a, const T *, T *c) {
    *c = In<T, N, 1>(a).sum();
}

template <typename T, int N, int, int>
void max(const T *a, const T *, T *c) {
    *c = In<T, N, 1>(a).maxCoeff();
}

template <typename T, int N, int, int>
void axpy(const T *a, const T *factor, T *c) {
    Out<T, N, 1>(c) += *factor * In<T, N, 1>(a);
}

template <typename T, int N, int, int>
void scale(const T *, const T *factor, T *c) {
    Out<T, N, 1>(c) *= *factor;
}

constexpr int root(int n) {
    int r = 0;
    while (r * r < n)
        r++;
    return r;
}

template <typename T, int N, int, int>
void rank1(const T *a, const T *b, T *c) {
    constexpr int R = root(N);
    Out<T, R, R>(c).noalias() += In<T, R, 1>(a) * In<T, 1, R>(b);
}

template <typename T, int N, int, int>
void transpose(const T *a, const T *, T *c) {
    constexpr int R = root(N);
    Out<T, R, R>(c).noalias() = In<T, R, R>(a).transpose();
}

// An operation on elements of `size` bytes.
struct Entry {
    const char *op;
    int size, m, n, k;
    void *run;
};

#define ENTRY(op, T, M, N, K) {#op, sizeof(T), M, N, K, reinterpret_cast<void *>(&op<T, M, N, K>)},

#define PRODUCT(T, M, N, K) ENTRY(nn, T, M, N, K)
#define LAZY_PRODUCT(T, M, N, K) PRODUCT(T, M, N, K) ENTRY(lazy_nn, T, M, N, K)
#define PRODUCTS(T, M, N, K) ENTRY(tn, T, M, N, K) ENTRY(nt, T, M, N, K)
#define LAZY_PRODUCTS(T, M, N, K) PRODUCTS(T, M, N, K) ENTRY(lazy_tn, T, M, N, K) ENTRY(lazy_nt, T, M, N, K)

#define OP(op, N) ENTRY(op, float, N, 1, 1) ENTRY(op, double, N, 1, 1)
#define VECTOR(N) OP(dot, N) OP(sum, N) OP(max, N) OP(axpy, N) OP(scale, N)

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
