fn narrow(
    c: &mut Matrix<f32, 9, 4>,
    a: &Matrix<f32, 9, 20>,
    b: &Matrix<f32, 20, 4>,
    bias: &Vector<f32, 4>,
    side: &Vector<f32, 9>,
) -> Matrix<f32, 9, 4> {
    unsafe { narrow::__run(::kernels::__private::active_level(), c, a, b, bias, side) }
}
///The variants of the kernel [`narrow`](fn@narrow), and its reference.
#[allow(non_camel_case_types)]
enum narrow {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl narrow {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        c: &mut Matrix<f32, 9, 4>,
        a: &Matrix<f32, 9, 20>,
        b: &Matrix<f32, 20, 4>,
        bias: &Vector<f32, 4>,
        side: &Vector<f32, 9>,
    ) -> Matrix<f32, 9, 4> {
        *c += relu(a * b + bias) / column(side);
        outer(side, bias)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        c: &mut Matrix<f32, 9, 4>,
        a: &Matrix<f32, 9, 20>,
        b: &Matrix<f32, 20, 4>,
        bias: &Vector<f32, 4>,
        side: &Vector<f32, 9>,
    ) -> ::core::result::Result<Matrix<f32, 9, 4>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, c, a, b, bias, side) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "elementwise; tile of 9 rows by 4 columns",
                registers: 16,
                code_bytes: 1840,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "elementwise; 5 vectors of 2 rows",
                registers: 12,
                code_bytes: 1600,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "elementwise; 3 vectors of 4 rows",
                registers: 8,
                code_bytes: 1024,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "narrow"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        c: &mut Matrix<f32, 9, 4>,
        a: &Matrix<f32, 9, 20>,
        b: &Matrix<f32, 20, 4>,
        bias: &Vector<f32, 4>,
        side: &Vector<f32, 9>,
    ) -> Matrix<f32, 9, 4> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, c, a, b, bias, side);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, c, a, b, bias, side);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, c, a, b, bias, side);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 9, 4>>,
        c: &mut ::kernels::Matrix<f32, 9, 4>,
        a: &::kernels::Matrix<f32, 9, 20>,
        b: &::kernels::Matrix<f32, 20, 4>,
        bias: &::kernels::Vector<f32, 4>,
        side: &::kernels::Vector<f32, 9>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let c = __private::Dst::of(c.as_mut_slice());
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let side = __private::Src::of(side.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for row in 0..9 {
                let at = row * 4;
                let v11 = V::splat(arch, side.get(row)) * bias.load::<V>(arch, 0);
                r0.store(v11, at);
            }
            let tile = __private::tile::gemm::<V, 9, 1>(arch, a, 20, 1, b, 4, 1, 20, 4);
            for r in 0..9 {
                let at = r * 4;
                let v6 = tile[r][0] + bias.load::<V>(arch, 0);
                let v7 = __private::vecmath::relu(v6);
                let v9 = v7 / V::splat(arch, side.get(r));
                let v10 = c.src().load::<V>(arch, at) + v9;
                c.store(v10, at);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 9, 4>>,
        c: &mut ::kernels::Matrix<f32, 9, 4>,
        a: &::kernels::Matrix<f32, 9, 20>,
        b: &::kernels::Matrix<f32, 20, 4>,
        bias: &::kernels::Vector<f32, 4>,
        side: &::kernels::Vector<f32, 9>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let c = __private::Dst::of(c.as_mut_slice());
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let side = __private::Src::of(side.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..4 {
                let row = i * 2;
                let v11 = side.load_rows::<V>(arch, row, 1, 4, 2, 1).spread(4, 0)
                    * bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
                r0.store_rows(v11, row * 4, 4, 4, 2, 4);
            }
            let v11 = side.load_rows::<V>(arch, 8, 1, 4, 1, 1).spread(4, 0)
                * bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
            r0.store_rows(v11, 32, 4, 4, 1, 4);
            let mut tile = __private::tile::small_gemm::<
                V,
                5,
                4,
            >(arch, a, 20, 1, b, 4, 9, 20);
            for g in 0..5 {
                let first = usize::min(g * 2, 7);
                let v6 = tile[g] + bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
                let v7 = __private::vecmath::relu(v6);
                let v9 = v7 / side.load_rows::<V>(arch, first, 1, 4, 2, 1).spread(4, 0);
                let v10 = c.src().load_rows::<V>(arch, first * 4, 4, 4, 2, 4) + v9;
                tile[g] = v10;
            }
            __private::tile::store_small::<V, 5, 4>(tile, c, 4, 9, 4);
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 9, 4>>,
        c: &mut ::kernels::Matrix<f32, 9, 4>,
        a: &::kernels::Matrix<f32, 9, 20>,
        b: &::kernels::Matrix<f32, 20, 4>,
        bias: &::kernels::Vector<f32, 4>,
        side: &::kernels::Vector<f32, 9>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let c = __private::Dst::of(c.as_mut_slice());
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let bias = __private::Src::of(bias.as_slice());
            let side = __private::Src::of(side.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..2 {
                let row = i * 4;
                let v11 = side.load_rows::<V>(arch, row, 1, 4, 4, 1).spread(4, 0)
                    * bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
                r0.store_rows(v11, row * 4, 4, 4, 4, 4);
            }
            let v11 = side.load_rows::<V>(arch, 8, 1, 4, 1, 1).spread(4, 0)
                * bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
            r0.store_rows(v11, 32, 4, 4, 1, 4);
            let mut tile = __private::tile::small_gemm::<
                V,
                3,
                4,
            >(arch, a, 20, 1, b, 4, 9, 20);
            for g in 0..3 {
                let first = usize::min(g * 4, 5);
                let v6 = tile[g] + bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
                let v7 = __private::vecmath::relu(v6);
                let v9 = v7 / side.load_rows::<V>(arch, first, 1, 4, 4, 1).spread(4, 0);
                let v10 = c.src().load_rows::<V>(arch, first * 4, 4, 4, 4, 4) + v9;
                tile[g] = v10;
            }
            __private::tile::store_small::<V, 3, 4>(tile, c, 4, 9, 4);
        }
    }
}
