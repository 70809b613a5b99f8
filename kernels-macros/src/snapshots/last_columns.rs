fn last_columns(
    a: &Matrix<f64, 7, 13>,
    b: &Matrix<f64, 13, 9>,
    bias: &Vector<f64, 9>,
) -> Matrix<f64, 7, 9> {
    unsafe { last_columns::__run(::kernels::__private::active_level(), a, b, bias) }
}
///The variants of the kernel [`last_columns`](fn@last_columns), and its reference.
#[allow(non_camel_case_types)]
enum last_columns {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl last_columns {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        a: &Matrix<f64, 7, 13>,
        b: &Matrix<f64, 13, 9>,
        bias: &Vector<f64, 9>,
    ) -> Matrix<f64, 7, 9> {
        relu(a * b + bias)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f64, 7, 13>,
        b: &Matrix<f64, 13, 9>,
        bias: &Vector<f64, 9>,
    ) -> ::core::result::Result<Matrix<f64, 7, 9>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, a, b, bias) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "tile of 3 rows by 6 columns (4 in the narrow run)",
                registers: 13,
                code_bytes: 3088,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "tile of 4 rows by 8 columns, the last column by itself",
                registers: 11,
                code_bytes: 2520,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "tile of 7 rows by 16 columns",
                registers: 17,
                code_bytes: 2280,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "last_columns"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f64, 7, 13>,
        b: &Matrix<f64, 13, 9>,
        bias: &Vector<f64, 9>,
    ) -> Matrix<f64, 7, 9> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, a, b, bias);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, a, b, bias);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, a, b, bias);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f64, 7, 9>>,
        a: &::kernels::Matrix<f64, 7, 13>,
        b: &::kernels::Matrix<f64, 13, 9>,
        bias: &::kernels::Vector<f64, 9>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f64, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let r0 = __private::Dst::<f64>::result(result.as_mut_ptr());
            let tile = __private::tile::gemm::<V, 3, 3>(arch, a, 13, 1, b, 9, 1, 13, 6);
            for r in 0..3 {
                for j in 0..3 {
                    let at = r * 9 + j * 2;
                    let v4 = tile[r][j] + bias.load::<V>(arch, j * 2);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store(v5, at);
                }
            }
            for i in 0..2 {
                let row = 3 + i * 2;
                let tile = __private::tile::gemm::<
                    V,
                    2,
                    3,
                >(arch, a.offset(row * 13), 13, 1, b, 9, 1, 13, 6);
                for r in 0..2 {
                    for j in 0..3 {
                        let at = (row + r) * 9 + j * 2;
                        let v4 = tile[r][j] + bias.load::<V>(arch, j * 2);
                        let v5 = __private::vecmath::relu(v4);
                        r0.store(v5, at);
                    }
                }
            }
            let tile = __private::tile::gemm::<
                V,
                4,
                2,
            >(arch, a, 13, 1, b.offset(5), 9, 1, 13, 4);
            for r in 0..4 {
                for j in 0..2 {
                    let at = r * 9 + (5 + j * 2);
                    let v4 = tile[r][j] + bias.load::<V>(arch, 5 + j * 2);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store(v5, at);
                }
            }
            let tile = __private::tile::gemm::<
                V,
                3,
                2,
            >(arch, a.offset(52), 13, 1, b.offset(5), 9, 1, 13, 4);
            for r in 0..3 {
                for j in 0..2 {
                    let at = (4 + r) * 9 + (5 + j * 2);
                    let v4 = tile[r][j] + bias.load::<V>(arch, 5 + j * 2);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store(v5, at);
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f64, 7, 9>>,
        a: &::kernels::Matrix<f64, 7, 13>,
        b: &::kernels::Matrix<f64, 13, 9>,
        bias: &::kernels::Vector<f64, 9>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f64, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let r0 = __private::Dst::<f64>::result(result.as_mut_ptr());
            let tile = __private::tile::gemm::<V, 4, 2>(arch, a, 13, 1, b, 9, 1, 13, 8);
            for r in 0..4 {
                for j in 0..2 {
                    let at = r * 9 + j * 4;
                    let v4 = tile[r][j] + bias.load::<V>(arch, j * 4);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store(v5, at);
                }
            }
            let tile = __private::tile::gemm::<
                V,
                3,
                2,
            >(arch, a.offset(52), 13, 1, b, 9, 1, 13, 8);
            for r in 0..3 {
                for j in 0..2 {
                    let at = (4 + r) * 9 + j * 4;
                    let v4 = tile[r][j] + bias.load::<V>(arch, j * 4);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store(v5, at);
                }
            }
            ::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);
            let left = a.opaque();
            let dots = __private::tile::one_column::<
                V,
                4,
                2,
                2,
            >(arch, left, 13, false, b.offset(8), 9, 7, 13);
            let v4 = dots[0] + V::splat(arch, bias.get(8));
            let v5 = __private::vecmath::relu(v4);
            r0.store_strided(v5, 8, 9, 4);
            let v4 = dots[1] + V::splat(arch, bias.get(8));
            let v5 = __private::vecmath::relu(v4);
            r0.store_strided(v5, 44, 9, 3);
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f64, 7, 9>>,
        a: &::kernels::Matrix<f64, 7, 13>,
        b: &::kernels::Matrix<f64, 13, 9>,
        bias: &::kernels::Vector<f64, 9>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f64, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let r0 = __private::Dst::<f64>::result(result.as_mut_ptr());
            let tile = __private::tile::gemm::<V, 7, 2>(arch, a, 13, 1, b, 9, 1, 13, 9);
            for r in 0..7 {
                for j in 0..2 {
                    let at = r * 9 + j * 8;
                    let rest = usize::saturating_sub(9, j * 8);
                    let v4 = tile[r][j] + bias.load_partial::<V>(arch, j * 8, rest);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store_partial(v5, at, rest);
                }
            }
        }
    }
}
