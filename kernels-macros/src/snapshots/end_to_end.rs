#[inline]
fn end_to_end(
    a: &Matrix<f32, 41, 2>,
    b: &Matrix<f32, 2, 3>,
    c: &mut Matrix<f32, 41, 3>,
) {
    unsafe { end_to_end::__run(::kernels::__private::active_level(), a, b, c) }
}
///The variants of the kernel [`end_to_end`](fn@end_to_end), and its reference.
#[allow(non_camel_case_types)]
enum end_to_end {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl end_to_end {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        a: &Matrix<f32, 41, 2>,
        b: &Matrix<f32, 2, 3>,
        c: &mut Matrix<f32, 41, 3>,
    ) {
        *c += relu(a * b);
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f32, 41, 2>,
        b: &Matrix<f32, 2, 3>,
        c: &mut Matrix<f32, 41, 3>,
    ) -> ::core::result::Result<(), ::kernels::UnsupportedLevel> {
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
                blocks: "tile of 7 rows by 4 columns",
                registers: 9,
                code_bytes: 1720,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "rows across vectors",
                registers: 16,
                code_bytes: 960,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "rows across vectors",
                registers: 16,
                code_bytes: 960,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "end_to_end"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f32, 41, 2>,
        b: &Matrix<f32, 2, 3>,
        c: &mut Matrix<f32, 41, 3>,
    ) {
        match level {
            ::kernels::Level::Portable => Self::__portable(a, b, c),
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                unsafe { Self::__avx2(a, b, c) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                unsafe { Self::__avx512(a, b, c) }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        a: &::kernels::Matrix<f32, 41, 2>,
        b: &::kernels::Matrix<f32, 2, 3>,
        c: &mut ::kernels::Matrix<f32, 41, 3>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Dst::of(c.as_mut_slice());
            for i in 0..5 {
                let row = i * 7;
                let tile = __private::tile::gemm::<
                    V,
                    7,
                    1,
                >(arch, a.offset(row * 2), 2, 1, b, 3, 1, 2, 3);
                for r in 0..7 {
                    let at = (row + r) * 3;
                    let v4 = __private::vecmath::relu(tile[r][0]);
                    let v5 = c.src().load_partial::<V>(arch, at, 3) + v4;
                    c.store_head(v5, at, 3);
                }
            }
            let tile = __private::tile::gemm::<
                V,
                6,
                1,
            >(arch, a.offset(70), 2, 1, b, 3, 1, 2, 3);
            for r in 0..6 {
                let at = (35 + r) * 3;
                let v4 = __private::vecmath::relu(tile[r][0]);
                let v5 = c.src().load_partial::<V>(arch, at, 3) + v4;
                c.store_head(v5, at, 3);
            }
            ::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        a: &::kernels::Matrix<f32, 41, 2>,
        b: &::kernels::Matrix<f32, 2, 3>,
        c: &mut ::kernels::Matrix<f32, 41, 3>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Dst::of(c.as_mut_slice());
            let rows = __private::tile::rows_of::<V, 2>(arch, b, 3, 6);
            let right = [
                __private::tile::columns_end_to_end::<V, 3, 2, 1, 0>(&rows),
                __private::tile::columns_end_to_end::<V, 3, 2, 1, 1>(&rows),
                __private::tile::columns_end_to_end::<V, 3, 2, 1, 2>(&rows),
            ];
            for i in 0..5 {
                let row = i * 8;
                let dots = __private::tile::rows_end_to_end::<
                    V,
                    3,
                    2,
                    2,
                    0,
                >(arch, a.offset(row * 2), 1, 18, &right[0]);
                let at = row * 3;
                let v4 = __private::vecmath::relu(dots);
                let v5 = c.src().load::<V>(arch, at) + v4;
                c.store(v5, at);
                let dots = __private::tile::rows_end_to_end::<
                    V,
                    3,
                    2,
                    2,
                    1,
                >(arch, a.offset(row * 2), 1, 18, &right[1]);
                let at = row * 3 + 8;
                let v4 = __private::vecmath::relu(dots);
                let v5 = c.src().load::<V>(arch, at) + v4;
                c.store(v5, at);
                let dots = __private::tile::rows_end_to_end::<
                    V,
                    3,
                    2,
                    2,
                    2,
                >(arch, a.offset(row * 2), 1, 18, &right[2]);
                let at = row * 3 + 16;
                let v4 = __private::vecmath::relu(dots);
                let v5 = c.src().load::<V>(arch, at) + v4;
                c.store(v5, at);
            }
            let dots = __private::tile::rows_end_to_end::<
                V,
                3,
                2,
                2,
                0,
            >(arch, a.offset(80), 1, 2, &right[0]);
            let v4 = __private::vecmath::relu(dots);
            let v5 = c.src().load_partial::<V>(arch, 120, 3) + v4;
            c.store_head(v5, 120, 3);
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        a: &::kernels::Matrix<f32, 41, 2>,
        b: &::kernels::Matrix<f32, 2, 3>,
        c: &mut ::kernels::Matrix<f32, 41, 3>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Dst::of(c.as_mut_slice());
            let rows = __private::tile::rows_of::<V, 2>(arch, b, 3, 6);
            let right = [
                __private::tile::columns_end_to_end::<V, 3, 2, 1, 0>(&rows),
                __private::tile::columns_end_to_end::<V, 3, 2, 1, 1>(&rows),
                __private::tile::columns_end_to_end::<V, 3, 2, 1, 2>(&rows),
            ];
            for i in 0..2 {
                let row = i * 16;
                let dots = __private::tile::rows_end_to_end::<
                    V,
                    3,
                    2,
                    2,
                    0,
                >(arch, a.offset(row * 2), 1, 50, &right[0]);
                let at = row * 3;
                let v4 = __private::vecmath::relu(dots);
                let v5 = c.src().load::<V>(arch, at) + v4;
                c.store(v5, at);
                let dots = __private::tile::rows_end_to_end::<
                    V,
                    3,
                    2,
                    2,
                    1,
                >(arch, a.offset(row * 2), 1, 50, &right[1]);
                let at = row * 3 + 16;
                let v4 = __private::vecmath::relu(dots);
                let v5 = c.src().load::<V>(arch, at) + v4;
                c.store(v5, at);
                let dots = __private::tile::rows_end_to_end::<
                    V,
                    3,
                    2,
                    2,
                    2,
                >(arch, a.offset(row * 2), 1, 50, &right[2]);
                let at = row * 3 + 32;
                let v4 = __private::vecmath::relu(dots);
                let v5 = c.src().load::<V>(arch, at) + v4;
                c.store(v5, at);
            }
            let dots = __private::tile::rows_end_to_end::<
                V,
                3,
                2,
                2,
                0,
            >(arch, a.offset(64), 1, 18, &right[0]);
            let v4 = __private::vecmath::relu(dots);
            let v5 = c.src().load::<V>(arch, 96) + v4;
            c.store(v5, 96);
            let dots = __private::tile::rows_end_to_end::<
                V,
                3,
                2,
                2,
                1,
            >(arch, a.offset(64), 1, 18, &right[1]);
            let v4 = __private::vecmath::relu(dots);
            let v5 = c.src().load_partial::<V>(arch, 112, 11) + v4;
            c.store_head(v5, 112, 11);
        }
    }
}
