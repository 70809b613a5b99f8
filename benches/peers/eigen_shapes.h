// The shapes that Eigen is compiled for: a bench that asks for another one says so.

// c = a b, M x N x K. LAZY: by lazyProduct too, which reads no block twice and is faster
// for some of the smaller ones.
LAZY_PRODUCT(float, 3, 3, 3)
LAZY_PRODUCT(float, 4, 4, 4)
LAZY_PRODUCT(float, 8, 8, 8)
LAZY_PRODUCT(float, 16, 16, 16)
PRODUCT(float, 32, 32, 32)
PRODUCT(float, 64, 64, 64)
PRODUCT(float, 128, 128, 128)
LAZY_PRODUCT(float, 5, 17, 9)
LAZY_PRODUCT(float, 7, 33, 13)
LAZY_PRODUCT(double, 8, 8, 8)
LAZY_PRODUCT(double, 16, 16, 16)
PRODUCT(double, 32, 32, 32)
PRODUCT(double, 64, 64, 64)
PRODUCT(double, 128, 128, 128)

// With a or b transposed.
LAZY_PRODUCTS(float, 16, 16, 16)
PRODUCTS(float, 64, 64, 64)
LAZY_PRODUCTS(float, 17, 19, 23)

// Matrix and vector.
LAZY_PRODUCT(float, 10, 1, 64)
LAZY_PRODUCT(float, 64, 1, 64)
LAZY_PRODUCT(float, 128, 1, 64)
PRODUCT(float, 256, 1, 256)
LAZY_PRODUCT(float, 1, 10, 64)
LAZY_PRODUCT(float, 1, 64, 64)
LAZY_PRODUCT(float, 1, 128, 64)
PRODUCT(float, 1, 256, 256)

// Short rows.
LAZY_PRODUCT(float, 3, 1, 3)
LAZY_PRODUCT(float, 1, 3, 3)
LAZY_PRODUCT(float, 4, 1, 4)
LAZY_PRODUCT(float, 1, 4, 4)
LAZY_PRODUCT(float, 64, 1, 3)
LAZY_PRODUCT(float, 1, 64, 3)
LAZY_PRODUCT(float, 100, 1, 4)
LAZY_PRODUCT(float, 1, 100, 4)
LAZY_PRODUCT(double, 3, 1, 3)
LAZY_PRODUCT(double, 1, 3, 3)
LAZY_PRODUCT(double, 4, 1, 4)
LAZY_PRODUCT(double, 1, 4, 4)
LAZY_PRODUCT(double, 64, 1, 3)
LAZY_PRODUCT(double, 1, 64, 3)
LAZY_PRODUCT(double, 100, 1, 4)
LAZY_PRODUCT(double, 1, 100, 4)

VECTOR(64)
VECTOR(1024)
VECTOR(4096)
VECTOR(65536)

// Squares of so many elements.
OP(rank1, 64)
OP(rank1, 1024)
OP(rank1, 4096)
OP(rank1, 65536)
OP(transpose, 256)
OP(transpose, 4096)
OP(transpose, 65536)
