fn odd_matmul(
    a: &Matrix<f32, 9, 13>,
    b: &Matrix<f32, 9, 21>,
    c: &Matrix<f32, 13, 21>,
) -> Matrix<f32, 13, 21> {
    unsafe { odd_matmul::__run(::kernels::__private::active_level(), a, b, c) }
}
///The variants of the kernel [`odd_matmul`](fn@odd_matmul), and its reference.
#[allow(non_camel_case_types)]
enum odd_matmul {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl odd_matmul {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        a: &Matrix<f32, 9, 13>,
        b: &Matrix<f32, 9, 21>,
        c: &Matrix<f32, 13, 21>,
    ) -> Matrix<f32, 13, 21> {
        a.t() * b + c
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f32, 9, 13>,
        b: &Matrix<f32, 9, 21>,
        c: &Matrix<f32, 13, 21>,
    ) -> ::core::result::Result<Matrix<f32, 13, 21>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, a, b, c) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "tile of 2 rows by 24 columns",
                registers: 15,
                code_bytes: 1400,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "tile of 3 rows by 24 columns",
                registers: 13,
                code_bytes: 1176,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "tile of 13 rows by 32 columns",
                registers: 29,
                code_bytes: 3224,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "odd_matmul"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f32, 9, 13>,
        b: &Matrix<f32, 9, 21>,
        c: &Matrix<f32, 13, 21>,
    ) -> Matrix<f32, 13, 21> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, a, b, c);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, a, b, c);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, a, b, c);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 13, 21>>,
        a: &::kernels::Matrix<f32, 9, 13>,
        b: &::kernels::Matrix<f32, 9, 21>,
        c: &::kernels::Matrix<f32, 13, 21>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Src::of(c.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..6 {
                let row = i * 2;
                let tile = __private::tile::gemm::<
                    V,
                    2,
                    6,
                >(arch, a.offset(row), 1, 13, b, 21, 1, 9, 21);
                for r in 0..2 {
                    for j in 0..6 {
                        let at = (row + r) * 21 + j * 4;
                        let rest = usize::saturating_sub(21, j * 4);
                        let v5 = tile[r][j] + c.load_partial::<V>(arch, at, rest);
                        r0.store_partial(v5, at, rest);
                    }
                }
            }
            let tile = __private::tile::gemm::<
                V,
                1,
                6,
            >(arch, a.offset(12), 1, 13, b, 21, 1, 9, 21);
            for j in 0..6 {
                let at = 252 + j * 4;
                let rest = usize::saturating_sub(21, j * 4);
                let v5 = tile[0][j] + c.load_partial::<V>(arch, at, rest);
                r0.store_partial(v5, at, rest);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 13, 21>>,
        a: &::kernels::Matrix<f32, 9, 13>,
        b: &::kernels::Matrix<f32, 9, 21>,
        c: &::kernels::Matrix<f32, 13, 21>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Src::of(c.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..3 {
                let row = i * 3;
                let tile = __private::tile::gemm::<
                    V,
                    3,
                    3,
                >(arch, a.offset(row), 1, 13, b, 21, 1, 9, 21);
                for r in 0..3 {
                    for j in 0..3 {
                        let at = (row + r) * 21 + j * 8;
                        let rest = usize::saturating_sub(21, j * 8);
                        let v5 = tile[r][j] + c.load_partial::<V>(arch, at, rest);
                        r0.store_partial(v5, at, rest);
                    }
                }
            }
            for i in 0..2 {
                let row = 9 + i * 2;
                let tile = __private::tile::gemm::<
                    V,
                    2,
                    3,
                >(arch, a.offset(row), 1, 13, b, 21, 1, 9, 21);
                for r in 0..2 {
                    for j in 0..3 {
                        let at = (row + r) * 21 + j * 8;
                        let rest = usize::saturating_sub(21, j * 8);
                        let v5 = tile[r][j] + c.load_partial::<V>(arch, at, rest);
                        r0.store_partial(v5, at, rest);
                    }
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 13, 21>>,
        a: &::kernels::Matrix<f32, 9, 13>,
        b: &::kernels::Matrix<f32, 9, 21>,
        c: &::kernels::Matrix<f32, 13, 21>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Src::of(c.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let tile = __private::tile::gemm::<
                V,
                13,
                2,
            >(arch, a, 1, 13, b, 21, 1, 9, 21);
            for r in 0..13 {
                for j in 0..2 {
                    let at = r * 21 + j * 16;
                    let rest = usize::saturating_sub(21, j * 16);
                    let v5 = tile[r][j] + c.load_partial::<V>(arch, at, rest);
                    r0.store_partial(v5, at, rest);
                }
            }
        }
    }
}
