fn last_columns_turned(
    a: &Matrix<f32, 23, 17>,
    b: &Matrix<f32, 19, 23>,
) -> Matrix<f32, 17, 19> {
    unsafe { last_columns_turned::__run(::kernels::__private::active_level(), a, b) }
}
///The variants of the kernel [`last_columns_turned`](fn@last_columns_turned), and its reference.
#[allow(non_camel_case_types)]
enum last_columns_turned {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl last_columns_turned {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        a: &Matrix<f32, 23, 17>,
        b: &Matrix<f32, 19, 23>,
    ) -> Matrix<f32, 17, 19> {
        a.t() * b.t()
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f32, 23, 17>,
        b: &Matrix<f32, 19, 23>,
    ) -> ::core::result::Result<Matrix<f32, 17, 19>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, a, b) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "tile of 3 rows by 12 columns (6 in the narrow run), columns packed",
                registers: 13,
                code_bytes: 3120,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "tile of 6 rows by 16 columns, the last columns side by side, columns packed",
                registers: 15,
                code_bytes: 3144,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "tile of 17 rows by 16 columns, the last columns side by side, columns packed",
                registers: 19,
                code_bytes: 4688,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "last_columns_turned"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f32, 23, 17>,
        b: &Matrix<f32, 19, 23>,
    ) -> Matrix<f32, 17, 19> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, a, b);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, a, b);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, a, b);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 17, 19>>,
        a: &::kernels::Matrix<f32, 23, 17>,
        b: &::kernels::Matrix<f32, 19, 23>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            (|| {
                let columns_memory = __private::Buffer::<f32, 23, 12>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<V, 12>(arch, b, 23, 1, 23, 12, columns);
                for i in 0..5 {
                    let row = i * 3;
                    let tile = __private::tile::gemm::<
                        V,
                        3,
                        3,
                    >(arch, a.offset(row), 1, 17, columns.src(), 12, 1, 23, 12);
                    for r in 0..3 {
                        for j in 0..3 {
                            let at = (row + r) * 19 + j * 4;
                            r0.store(tile[r][j], at);
                        }
                    }
                }
                let tile = __private::tile::gemm::<
                    V,
                    2,
                    3,
                >(arch, a.offset(15), 1, 17, columns.src(), 12, 1, 23, 12);
                for r in 0..2 {
                    for j in 0..3 {
                        let at = (15 + r) * 19 + j * 4;
                        r0.store(tile[r][j], at);
                    }
                }
            })();
            (|| {
                let columns_memory = __private::Buffer::<f32, 23, 8>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<
                    V,
                    8,
                >(arch, b.offset(253), 23, 1, 23, 8, columns);
                for i in 0..2 {
                    let row = i * 6;
                    let tile = __private::tile::gemm::<
                        V,
                        6,
                        2,
                    >(arch, a.offset(row), 1, 17, columns.src(), 8, 1, 23, 8);
                    for r in 0..6 {
                        for j in 0..2 {
                            let at = (row + r) * 19 + (11 + j * 4);
                            r0.store(tile[r][j], at);
                        }
                    }
                }
                let tile = __private::tile::gemm::<
                    V,
                    5,
                    2,
                >(arch, a.offset(12), 1, 17, columns.src(), 8, 1, 23, 8);
                for r in 0..5 {
                    for j in 0..2 {
                        let at = (12 + r) * 19 + (11 + j * 4);
                        r0.store(tile[r][j], at);
                    }
                }
            })();
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 17, 19>>,
        a: &::kernels::Matrix<f32, 23, 17>,
        b: &::kernels::Matrix<f32, 19, 23>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            (|| {
                let columns_memory = __private::Buffer::<f32, 23, 16>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<V, 16>(arch, b, 23, 1, 23, 16, columns);
                for i in 0..2 {
                    let row = i * 6;
                    let tile = __private::tile::gemm::<
                        V,
                        6,
                        2,
                    >(arch, a.offset(row), 1, 17, columns.src(), 16, 1, 23, 16);
                    for r in 0..6 {
                        for j in 0..2 {
                            let at = (row + r) * 19 + j * 8;
                            r0.store(tile[r][j], at);
                        }
                    }
                }
                let tile = __private::tile::gemm::<
                    V,
                    5,
                    2,
                >(arch, a.offset(12), 1, 17, columns.src(), 16, 1, 23, 16);
                for r in 0..5 {
                    for j in 0..2 {
                        let at = (12 + r) * 19 + j * 8;
                        r0.store(tile[r][j], at);
                    }
                }
            })();
            ::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);
            let left = a.opaque();
            (|| {
                let columns_memory = __private::Buffer::<f32, 23, 4>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<
                    V,
                    4,
                >(arch, b.offset(345), 23, 1, 23, 4, columns);
                let tile = __private::tile::small_gemm::<
                    V,
                    5,
                    4,
                >(arch, left, 1, 17, columns.src(), 4, 9, 23);
                __private::tile::store_small::<V, 5, 4>(tile, r0.offset(15), 19, 9, 4);
                let tile = __private::tile::small_gemm::<
                    V,
                    4,
                    4,
                >(arch, left.offset(9), 1, 17, columns.src(), 4, 8, 23);
                __private::tile::store_small::<V, 4, 4>(tile, r0.offset(186), 19, 8, 4);
            })();
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 17, 19>>,
        a: &::kernels::Matrix<f32, 23, 17>,
        b: &::kernels::Matrix<f32, 19, 23>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            (|| {
                let columns_memory = __private::Buffer::<f32, 23, 16>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<V, 16>(arch, b, 23, 1, 23, 16, columns);
                let tile = __private::tile::gemm::<
                    V,
                    17,
                    1,
                >(arch, a, 1, 17, columns.src(), 16, 1, 23, 16);
                for r in 0..17 {
                    let at = r * 19;
                    r0.store(tile[r][0], at);
                }
            })();
            ::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);
            let left = a.opaque();
            (|| {
                let columns_memory = __private::Buffer::<f32, 23, 4>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<
                    V,
                    4,
                >(arch, b.offset(345), 23, 1, 23, 4, columns);
                let tile = __private::tile::small_gemm::<
                    V,
                    5,
                    4,
                >(arch, left, 1, 17, columns.src(), 4, 17, 23);
                __private::tile::store_small::<V, 5, 4>(tile, r0.offset(15), 19, 17, 4);
            })();
        }
    }
}
