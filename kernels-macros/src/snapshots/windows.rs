#[inline]
fn windows(
    c: &mut MatrixViewMut<f32, 8, 20>,
    a: &MatrixView<f32, 8, 12>,
    b: &MatrixView<f32, 12, 20>,
) -> f32 {
    unsafe { windows::__run(::kernels::__private::active_level(), c, a, b) }
}
///The variants of the kernel [`windows`](fn@windows), and its reference.
#[allow(non_camel_case_types)]
enum windows {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl windows {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        c: &mut MatrixViewMut<f32, 8, 20>,
        a: &MatrixView<f32, 8, 12>,
        b: &MatrixView<f32, 12, 20>,
    ) -> f32 {
        *c += a * b;
        c.set(relu(c.as_view()));
        sum(a)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        c: &mut MatrixViewMut<f32, 8, 20>,
        a: &MatrixView<f32, 8, 12>,
        b: &MatrixView<f32, 12, 20>,
    ) -> ::core::result::Result<f32, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, c, a, b) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "reduction; tile of 2 rows by 20 columns",
                registers: 16,
                code_bytes: 1416,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "reduction; tile of 3 rows by 24 columns",
                registers: 13,
                code_bytes: 1928,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "reduction; tile of 8 rows by 32 columns",
                registers: 19,
                code_bytes: 2640,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "windows"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        c: &mut MatrixViewMut<f32, 8, 20>,
        a: &MatrixView<f32, 8, 12>,
        b: &MatrixView<f32, 12, 20>,
    ) -> f32 {
        match level {
            ::kernels::Level::Portable => Self::__portable(c, a, b),
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                unsafe { Self::__avx2(c, a, b) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                unsafe { Self::__avx512(c, a, b) }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        c: &mut ::kernels::MatrixViewMut<'_, f32, 8, 20>,
        a: &::kernels::MatrixView<'_, f32, 8, 12>,
        b: &::kernels::MatrixView<'_, f32, 12, 20>,
    ) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let (c, ld0) = __private::window_mut(c);
            let (a, ld1) = __private::window(a);
            let (b, ld2) = __private::window(b);
            let buffer0 = __private::Buffer::<f32, 8, 12>::uninit();
            let t0 = buffer0.dst();
            for row in 0..8 {
                for i in 0..3 {
                    let col = i * 4;
                    let at = row * 12 + col;
                    t0.store(a.load::<V>(arch, row * ld1 + col), at);
                }
            }
            let s6: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 4]; 1];
                for i in 0..__private::tile::opaque(3) {
                    for u in 0..2 {
                        let i = i * 2 + u;
                        for w in 0..4 {
                            let at = i * 16 + w * 4;
                            acc[0][w] = acc[0][w] + t0.src().load::<V>(arch, at);
                        }
                    }
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            for i in 0..4 {
                let row = i * 2;
                let tile = __private::tile::gemm::<
                    V,
                    2,
                    5,
                >(arch, a.offset(row * ld1), ld1, 1, b, ld2, 1, 12, 20);
                for r in 0..2 {
                    for j in 0..5 {
                        let at = (row + r) * 20 + j * 4;
                        let v4 = c.src().load::<V>(arch, (row + r) * ld0 + j * 4)
                            + tile[r][j];
                        let v5 = __private::vecmath::relu(v4);
                        c.store(v5, (row + r) * ld0 + j * 4);
                    }
                }
            }
            s6
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        c: &mut ::kernels::MatrixViewMut<'_, f32, 8, 20>,
        a: &::kernels::MatrixView<'_, f32, 8, 12>,
        b: &::kernels::MatrixView<'_, f32, 12, 20>,
    ) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let (c, ld0) = __private::window_mut(c);
            let (a, ld1) = __private::window(a);
            let (b, ld2) = __private::window(b);
            let buffer0 = __private::Buffer::<f32, 8, 12>::uninit();
            let t0 = buffer0.dst();
            for row in 0..8 {
                let at = row * 12;
                t0.store(a.load::<V>(arch, row * ld1), at);
                let at = row * 12 + 4;
                t0.store(a.load::<V>(arch, row * ld1 + 4), at);
            }
            let s6: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 2]; 1];
                for i in 0..6 {
                    for w in 0..2 {
                        let at = i * 16 + w * 8;
                        acc[0][w] = acc[0][w] + t0.src().load::<V>(arch, at);
                    }
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            for i in 0..2 {
                let row = i * 3;
                let tile = __private::tile::gemm::<
                    V,
                    3,
                    3,
                >(arch, a.offset(row * ld1), ld1, 1, b, ld2, 1, 12, 20);
                for r in 0..3 {
                    for j in 0..3 {
                        let at = (row + r) * 20 + j * 8;
                        let rest = usize::saturating_sub(20, j * 8);
                        let v4 = c
                            .src()
                            .load_partial::<V>(arch, (row + r) * ld0 + j * 8, rest)
                            + tile[r][j];
                        let v5 = __private::vecmath::relu(v4);
                        c.store_partial(v5, (row + r) * ld0 + j * 8, rest);
                    }
                }
            }
            let tile = __private::tile::gemm::<
                V,
                2,
                3,
            >(arch, a.offset(6 * ld1), ld1, 1, b, ld2, 1, 12, 20);
            for r in 0..2 {
                for j in 0..3 {
                    let at = (6 + r) * 20 + j * 8;
                    let rest = usize::saturating_sub(20, j * 8);
                    let v4 = c.src().load_partial::<V>(arch, (6 + r) * ld0 + j * 8, rest)
                        + tile[r][j];
                    let v5 = __private::vecmath::relu(v4);
                    c.store_partial(v5, (6 + r) * ld0 + j * 8, rest);
                }
            }
            s6
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        c: &mut ::kernels::MatrixViewMut<'_, f32, 8, 20>,
        a: &::kernels::MatrixView<'_, f32, 8, 12>,
        b: &::kernels::MatrixView<'_, f32, 12, 20>,
    ) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let (c, ld0) = __private::window_mut(c);
            let (a, ld1) = __private::window(a);
            let (b, ld2) = __private::window(b);
            let buffer0 = __private::Buffer::<f32, 8, 12>::uninit();
            let t0 = buffer0.dst();
            for row in 0..8 {
                let at = row * 12;
                t0.store_head(a.load_partial::<V>(arch, row * ld1, 12), at, 12);
            }
            let s6: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 1]; 1];
                for i in 0..6 {
                    let at = i * 16;
                    acc[0][0] = acc[0][0] + t0.src().load::<V>(arch, at);
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let tile = __private::tile::gemm::<
                V,
                8,
                2,
            >(arch, a, ld1, 1, b, ld2, 1, 12, 20);
            for r in 0..8 {
                for j in 0..2 {
                    let at = r * 20 + j * 16;
                    let rest = usize::saturating_sub(20, j * 16);
                    let v4 = c.src().load_partial::<V>(arch, r * ld0 + j * 16, rest)
                        + tile[r][j];
                    let v5 = __private::vecmath::relu(v4);
                    c.store_partial(v5, r * ld0 + j * 16, rest);
                }
            }
            s6
        }
    }
}
