#[inline]
fn attention(
    q: &Vector<f32, 32>,
    keys: &Matrix<f32, 20, 32>,
    values: &Matrix<f32, 20, 32>,
) -> Vector<f32, 32> {
    unsafe { attention::__run(::kernels::__private::active_level(), q, keys, values) }
}
///The variants of the kernel [`attention`](fn@attention), and its reference.
#[allow(non_camel_case_types)]
enum attention {}
#[allow(
    dead_code,
    unused_variables,
    unused_mut,
    unused_unsafe,
    clippy::all,
    clippy::pedantic
)]
impl attention {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        q: &Vector<f32, 32>,
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
    ) -> Vector<f32, 32> {
        softmax(keys * q * 0.125) * values
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        q: &Vector<f32, 32>,
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
    ) -> ::core::result::Result<Vector<f32, 32>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, q, keys, values) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                blocks: "2 rows at once; softmax; 4 chains of 2 vectors",
                registers: 16,
                code_bytes: 1408,
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                blocks: "4 rows at once; softmax; 4 chains of 2 vectors",
                registers: 16,
                code_bytes: 1792,
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                blocks: "8 rows at once; softmax; 8 chains of 2 vectors",
                registers: 20,
                code_bytes: 3136,
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "attention"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        q: &Vector<f32, 32>,
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
    ) -> Vector<f32, 32> {
        match level {
            ::kernels::Level::Portable => Self::__portable(q, keys, values),
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 => unsafe { Self::__avx2(q, keys, values) }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 => unsafe { Self::__avx512(q, keys, values) }
        }
    }
    fn __portable(
        q: &::kernels::Vector<f32, 32>,
        keys: &::kernels::Matrix<f32, 20, 32>,
        values: &::kernels::Matrix<f32, 20, 32>,
    ) -> ::kernels::Vector<f32, 32> {
        let c0: f32 = 0.125;
        {
            use ::kernels::__private::{Arch as _, Simd as _};
            type V = ::kernels::__private::VectorOf<
                f32,
                ::kernels::__private::arch::Portable,
            >;
            unsafe {
                let arch = ::kernels::__private::arch::Portable::assume();
                let q = ::kernels::__private::Src::of(q.as_slice());
                let keys = ::kernels::__private::Src::of(keys.as_slice());
                let values = ::kernels::__private::Src::of(values.as_slice());
                let mut memory0 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
                let t0 = memory0.dst();
                let mut memory1 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
                let t1 = memory1.dst();
                let mut result0 = ::core::mem::MaybeUninit::<
                    ::kernels::Vector<f32, 32>,
                >::uninit();
                let r0 = ::kernels::__private::Dst::<f32>::result(&mut result0);
                for i in 0..5 {
                    let at = i * 4;
                    let v3 = ::kernels::__private::tile::row_dots::<
                        V,
                        4,
                        2,
                        4,
                        1,
                    >(arch, keys.offset(at * 32), 32, q, 32, 4);
                    let v5 = v3 * V::splat(arch, c0);
                    t1.store(v5, at);
                }
                for row in 0..1 {
                    ::kernels::__private::tile::softmax::<
                        V,
                        4,
                    >(arch, t1.src().offset(row * 20), t0.offset(0 + row * 20), 20);
                }
                for i in 0..4 {
                    let col = i * 8;
                    let acc = ::kernels::__private::tile::col_dots::<
                        V,
                        2,
                        4,
                    >(arch, t0.src(), values.offset(col), 32, 20, 8);
                    for j in 0..2 {
                        let at = col + j * 4;
                        let v7 = acc[j];
                        r0.store(v7, at);
                    }
                }
                result0.assume_init()
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        q: &::kernels::Vector<f32, 32>,
        keys: &::kernels::Matrix<f32, 20, 32>,
        values: &::kernels::Matrix<f32, 20, 32>,
    ) -> ::kernels::Vector<f32, 32> {
        let c0: f32 = 0.125;
        {
            use ::kernels::__private::{Arch as _, Simd as _};
            type V = ::kernels::__private::VectorOf<
                f32,
                ::kernels::__private::arch::Avx2,
            >;
            unsafe {
                let arch = ::kernels::__private::arch::Avx2::assume();
                let q = ::kernels::__private::Src::of(q.as_slice());
                let keys = ::kernels::__private::Src::of(keys.as_slice());
                let values = ::kernels::__private::Src::of(values.as_slice());
                let mut memory0 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
                let t0 = memory0.dst();
                let mut memory1 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
                let t1 = memory1.dst();
                let mut result0 = ::core::mem::MaybeUninit::<
                    ::kernels::Vector<f32, 32>,
                >::uninit();
                let r0 = ::kernels::__private::Dst::<f32>::result(&mut result0);
                for i in 0..2 {
                    let at = i * 8;
                    let v3 = ::kernels::__private::tile::row_dots::<
                        V,
                        8,
                        4,
                        2,
                        2,
                    >(arch, keys.offset(at * 32), 32, q, 32, 8);
                    let v5 = v3 * V::splat(arch, c0);
                    t1.store(v5, at);
                }
                {
                    let at = 16;
                    let v3 = ::kernels::__private::tile::row_dots::<
                        V,
                        8,
                        4,
                        2,
                        2,
                    >(arch, keys.offset(at * 32), 32, q, 32, 4);
                    let v5 = v3 * V::splat(arch, c0);
                    t1.store(v5, at);
                }
                for row in 0..1 {
                    ::kernels::__private::tile::softmax::<
                        V,
                        2,
                    >(arch, t1.src().offset(row * 20), t0.offset(0 + row * 20), 20);
                }
                for i in 0..2 {
                    let col = i * 16;
                    let acc = ::kernels::__private::tile::col_dots::<
                        V,
                        2,
                        4,
                    >(arch, t0.src(), values.offset(col), 32, 20, 16);
                    for j in 0..2 {
                        let at = col + j * 8;
                        let v7 = acc[j];
                        r0.store(v7, at);
                    }
                }
                result0.assume_init()
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        q: &::kernels::Vector<f32, 32>,
        keys: &::kernels::Matrix<f32, 20, 32>,
        values: &::kernels::Matrix<f32, 20, 32>,
    ) -> ::kernels::Vector<f32, 32> {
        let c0: f32 = 0.125;
        {
            use ::kernels::__private::{Arch as _, Simd as _};
            type V = ::kernels::__private::VectorOf<
                f32,
                ::kernels::__private::arch::Avx512,
            >;
            unsafe {
                let arch = ::kernels::__private::arch::Avx512::assume();
                let q = ::kernels::__private::Src::of(q.as_slice());
                let keys = ::kernels::__private::Src::of(keys.as_slice());
                let values = ::kernels::__private::Src::of(values.as_slice());
                let mut memory0 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
                let t0 = memory0.dst();
                let mut memory1 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
                let t1 = memory1.dst();
                let mut result0 = ::core::mem::MaybeUninit::<
                    ::kernels::Vector<f32, 32>,
                >::uninit();
                let r0 = ::kernels::__private::Dst::<f32>::result(&mut result0);
                for i in 0..1 {
                    let at = i * 16;
                    let v3 = ::kernels::__private::tile::row_dots::<
                        V,
                        16,
                        8,
                        1,
                        4,
                    >(arch, keys.offset(at * 32), 32, q, 32, 16);
                    let v5 = v3 * V::splat(arch, c0);
                    t1.store(v5, at);
                }
                {
                    let at = 16;
                    let v3 = ::kernels::__private::tile::row_dots::<
                        V,
                        16,
                        4,
                        1,
                        4,
                    >(arch, keys.offset(at * 32), 32, q, 32, 4);
                    let v5 = v3 * V::splat(arch, c0);
                    t1.store(v5, at);
                }
                for row in 0..1 {
                    ::kernels::__private::tile::softmax::<
                        V,
                        1,
                    >(arch, t1.src().offset(row * 20), t0.offset(0 + row * 20), 20);
                }
                for i in 0..1 {
                    let col = i * 32;
                    let acc = ::kernels::__private::tile::col_dots::<
                        V,
                        2,
                        8,
                    >(arch, t0.src(), values.offset(col), 32, 20, 32);
                    for j in 0..2 {
                        let at = col + j * 16;
                        let v7 = acc[j];
                        r0.store(v7, at);
                    }
                }
                result0.assume_init()
            }
        }
    }
}
