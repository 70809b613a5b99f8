fn one_column(
    a: &Matrix<f32, 21, 13>,
    x: &Matrix<f32, 13, 1>,
    bias: &Vector<f32, 1>,
    side: &Vector<f32, 21>,
) -> Matrix<f32, 21, 1> {
    unsafe { one_column::__run(::kernels::__private::active_level(), a, x, bias, side) }
}
///The variants of the kernel [`one_column`](fn@one_column), and its reference.
#[allow(non_camel_case_types)]
enum one_column {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl one_column {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        a: &Matrix<f32, 21, 13>,
        x: &Matrix<f32, 13, 1>,
        bias: &Vector<f32, 1>,
        side: &Vector<f32, 21>,
    ) -> Matrix<f32, 21, 1> {
        relu(a * x + bias) - column(side)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f32, 21, 13>,
        x: &Matrix<f32, 13, 1>,
        bias: &Vector<f32, 1>,
        side: &Vector<f32, 21>,
    ) -> ::core::result::Result<Matrix<f32, 21, 1>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, a, x, bias, side) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "tile of 11 rows by 4 columns",
                registers: 13,
                code_bytes: 3000,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "one column of 3 vectors",
                registers: 12,
                code_bytes: 1760,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "one column of 2 vectors",
                registers: 19,
                code_bytes: 1856,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "one_column"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f32, 21, 13>,
        x: &Matrix<f32, 13, 1>,
        bias: &Vector<f32, 1>,
        side: &Vector<f32, 21>,
    ) -> Matrix<f32, 21, 1> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, a, x, bias, side);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, a, x, bias, side);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, a, x, bias, side);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 21, 1>>,
        a: &::kernels::Matrix<f32, 21, 13>,
        x: &::kernels::Matrix<f32, 13, 1>,
        bias: &::kernels::Vector<f32, 1>,
        side: &::kernels::Vector<f32, 21>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let x = __private::Src::of(x.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let side = __private::Src::of(side.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let tile = __private::tile::gemm::<V, 11, 1>(arch, a, 13, 1, x, 1, 1, 13, 1);
            for r in 0..11 {
                let v5 = tile[r][0] + bias.load_partial::<V>(arch, 0, 1);
                let v6 = __private::vecmath::relu(v5);
                let v8 = v6 - V::splat(arch, side.get(r));
                r0.store_head(v8, r, 1);
            }
            let tile = __private::tile::gemm::<
                V,
                10,
                1,
            >(arch, a.offset(143), 13, 1, x, 1, 1, 13, 1);
            for r in 0..10 {
                let at = 11 + r;
                let v5 = tile[r][0] + bias.load_partial::<V>(arch, 0, 1);
                let v6 = __private::vecmath::relu(v5);
                let v8 = v6 - V::splat(arch, side.get(11 + r));
                r0.store_head(v8, at, 1);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 21, 1>>,
        a: &::kernels::Matrix<f32, 21, 13>,
        x: &::kernels::Matrix<f32, 13, 1>,
        bias: &::kernels::Vector<f32, 1>,
        side: &::kernels::Vector<f32, 21>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let x = __private::Src::of(x.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let side = __private::Src::of(side.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let dots = __private::tile::one_column::<
                V,
                4,
                4,
                3,
            >(arch, a, 13, false, x, 1, 21, 13);
            for j in 0..3 {
                let at = j * 8;
                let rest = usize::saturating_sub(21, j * 8);
                let v5 = dots[j] + V::splat(arch, bias.get(0));
                let v6 = __private::vecmath::relu(v5);
                let v8 = v6 - side.load_partial::<V>(arch, at, rest);
                r0.store_partial(v8, at, rest);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 21, 1>>,
        a: &::kernels::Matrix<f32, 21, 13>,
        x: &::kernels::Matrix<f32, 13, 1>,
        bias: &::kernels::Vector<f32, 1>,
        side: &::kernels::Vector<f32, 21>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let a = __private::Src::of(a.as_slice());
            let x = __private::Src::of(x.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let side = __private::Src::of(side.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let dots = __private::tile::one_column::<
                V,
                8,
                4,
                2,
            >(arch, a, 13, false, x, 1, 21, 13);
            for j in 0..2 {
                let at = j * 16;
                let rest = usize::saturating_sub(21, j * 16);
                let v5 = dots[j] + V::splat(arch, bias.get(0));
                let v6 = __private::vecmath::relu(v5);
                let v8 = v6 - side.load_partial::<V>(arch, at, rest);
                r0.store_partial(v8, at, rest);
            }
        }
    }
}
