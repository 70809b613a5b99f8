// Eigen's functions of arrays, of lengths known at run time, compiled for one level.
#include <Eigen/Core>
#include <unsupported/Eigen/SpecialFunctions>
#include <cstring>

namespace {

template <typename T>
using In = Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, 1>>;

template <typename T>
bool run(const char *name, const T *x, const T *y, T *z, long n) {
    In<T> a(x, n), b(y, n);
    Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>> out(z, n);
#define FUNCTION(ours, expression) \
    if (!std::strcmp(name, #ours)) return n && (out = expression, true);
    FUNCTION(exp, a.exp())
    FUNCTION(expm1, a.expm1())
    FUNCTION(ln, a.log())
    FUNCTION(log2, a.log2())
    FUNCTION(ln_1p, a.log1p())
    FUNCTION(sin, a.sin())
    FUNCTION(cos, a.cos())
    FUNCTION(tan, a.tan())
    FUNCTION(tanh, a.tanh())
    FUNCTION(erf, a.erf())
    FUNCTION(sigmoid, a.logistic())
    FUNCTION(rsqrt, a.rsqrt())
    FUNCTION(recip, a.inverse())
    FUNCTION(round, a.round())
    FUNCTION(pow, a.pow(b))
    return false;
}

}  // namespace

#define JOIN(a, b) a##b
#define NAME(level) JOIN(peer_eigen_arrays_, level)

// Whether there is the function; with n = 0 that is the question, and it says no.
extern "C" int NAME(LEVEL)(const char *name, int element, const void *x, const void *y, void *z, long n) {
    if (element == 4) return run(name, (const float *)x, (const float *)y, (float *)z, n);
    return run(name, (const double *)x, (const double *)y, (double *)z, n);
}
