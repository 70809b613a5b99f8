#[inline]
fn normalize(x: &Vector<f32, 300>, y: &mut Vector<f32, 300>) -> f32 {
    unsafe { normalize::__run(::kernels::__private::active_level(), x, y) }
}
///The variants of the kernel [`normalize`](fn@normalize), and its reference.
#[allow(non_camel_case_types)]
enum normalize {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl normalize {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(x: &Vector<f32, 300>, y: &mut Vector<f32, 300>) -> f32 {
        let average = mean(x);
        let centered = x - average;
        let deviation = sqrt(mean(centered * centered) + 1e-5);
        *y = centered / deviation;
        average
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        x: &Vector<f32, 300>,
        y: &mut Vector<f32, 300>,
    ) -> ::core::result::Result<f32, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, x, y) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "reduction; reduction; elementwise",
                registers: 16,
                code_bytes: 1216,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "reduction; reduction; elementwise",
                registers: 8,
                code_bytes: 1392,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "reduction; reduction; elementwise",
                registers: 4,
                code_bytes: 1392,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "normalize"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        x: &Vector<f32, 300>,
        y: &mut Vector<f32, 300>,
    ) -> f32 {
        match level {
            ::kernels::Level::Portable => Self::__portable(x, y),
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                unsafe { Self::__avx2(x, y) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                unsafe { Self::__avx512(x, y) }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        x: &::kernels::Vector<f32, 300>,
        y: &mut ::kernels::Vector<f32, 300>,
    ) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let x = __private::Src::of(x.as_slice());
            let y = __private::Dst::of(y.as_mut_slice());
            let s2: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 4]; 4];
                for i in 0..__private::tile::opaque(4) {
                    for c in 0..4 {
                        for w in 0..4 {
                            let at = (i * 4 + c) * 16 + w * 4;
                            acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..4 {
                        let at = (16 + c) * 16 + w * 4;
                        acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                    }
                }
                for w in 0..4 {
                    let at = 288 + w * 4;
                    let live = usize::saturating_sub(300, at);
                    acc[2][w] = acc[2][w] + x.load_partial::<V>(arch, at, live);
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s4: f32 = s2 / 300.0;
            let s7: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 4]; 4];
                for i in 0..__private::tile::opaque(4) {
                    for c in 0..4 {
                        for w in 0..4 {
                            let at = (i * 4 + c) * 16 + w * 4;
                            let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                            let v6 = v5 * v5;
                            acc[c][w] = acc[c][w] + v6;
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..4 {
                        let at = (16 + c) * 16 + w * 4;
                        let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                        let v6 = v5 * v5;
                        acc[c][w] = acc[c][w] + v6;
                    }
                }
                for w in 0..4 {
                    let at = 288 + w * 4;
                    let live = usize::saturating_sub(300, at);
                    let v5 = x.load_partial::<V>(arch, at, live) - V::splat(arch, s4);
                    let v6 = v5 * v5;
                    acc[2][w] = acc[2][w] + V::head(v6, live, V::splat(arch, 0.0));
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s8: f32 = s7 / 300.0;
            let s10: f32 = s8 + 1e-5;
            let s11: f32 = __private::vecmath::sqrt(s10);
            for i in 0..75 {
                let at = i * 4;
                let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                let v12 = v5 / V::splat(arch, s11);
                y.store(v12, at);
            }
            s4
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        x: &::kernels::Vector<f32, 300>,
        y: &mut ::kernels::Vector<f32, 300>,
    ) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let x = __private::Src::of(x.as_slice());
            let y = __private::Dst::of(y.as_mut_slice());
            let s2: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 2]; 4];
                for i in 0..__private::tile::opaque(4) {
                    for c in 0..4 {
                        for w in 0..2 {
                            let at = (i * 4 + c) * 16 + w * 8;
                            acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..2 {
                        let at = (16 + c) * 16 + w * 8;
                        acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                    }
                }
                for w in 0..2 {
                    let at = 288 + w * 8;
                    let live = usize::saturating_sub(300, at);
                    acc[2][w] = acc[2][w] + x.load_partial::<V>(arch, at, live);
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s4: f32 = s2 / 300.0;
            let s7: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 2]; 4];
                for i in 0..__private::tile::opaque(4) {
                    for c in 0..4 {
                        for w in 0..2 {
                            let at = (i * 4 + c) * 16 + w * 8;
                            let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                            let v6 = v5 * v5;
                            acc[c][w] = acc[c][w] + v6;
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..2 {
                        let at = (16 + c) * 16 + w * 8;
                        let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                        let v6 = v5 * v5;
                        acc[c][w] = acc[c][w] + v6;
                    }
                }
                for w in 0..2 {
                    let at = 288 + w * 8;
                    let live = usize::saturating_sub(300, at);
                    let v5 = x.load_partial::<V>(arch, at, live) - V::splat(arch, s4);
                    let v6 = v5 * v5;
                    acc[2][w] = acc[2][w] + V::head(v6, live, V::splat(arch, 0.0));
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s8: f32 = s7 / 300.0;
            let s10: f32 = s8 + 1e-5;
            let s11: f32 = __private::vecmath::sqrt(s10);
            for i in 0..37 {
                let at = i * 8;
                let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                let v12 = v5 / V::splat(arch, s11);
                y.store(v12, at);
            }
            let v5 = x.load::<V>(arch, 292) - V::splat(arch, s4);
            let v12 = v5 / V::splat(arch, s11);
            y.store(v12, 292);
            s4
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        x: &::kernels::Vector<f32, 300>,
        y: &mut ::kernels::Vector<f32, 300>,
    ) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let x = __private::Src::of(x.as_slice());
            let y = __private::Dst::of(y.as_mut_slice());
            let s2: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 1]; 4];
                for i in 0..4 {
                    for c in 0..4 {
                        let at = (i * 4 + c) * 16;
                        acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
                    }
                }
                for c in 0..2 {
                    let at = (16 + c) * 16;
                    acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
                }
                acc[2][0] = acc[2][0] + x.load_partial::<V>(arch, 288, 12);
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s4: f32 = s2 / 300.0;
            let s7: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 1]; 4];
                for i in 0..4 {
                    for c in 0..4 {
                        let at = (i * 4 + c) * 16;
                        let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                        let v6 = v5 * v5;
                        acc[c][0] = acc[c][0] + v6;
                    }
                }
                for c in 0..2 {
                    let at = (16 + c) * 16;
                    let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                    let v6 = v5 * v5;
                    acc[c][0] = acc[c][0] + v6;
                }
                let v5 = x.load_partial::<V>(arch, 288, 12) - V::splat(arch, s4);
                let v6 = v5 * v5;
                acc[2][0] = acc[2][0] + V::head(v6, 12, V::splat(arch, 0.0));
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s8: f32 = s7 / 300.0;
            let s10: f32 = s8 + 1e-5;
            let s11: f32 = __private::vecmath::sqrt(s10);
            for i in 0..18 {
                let at = i * 16;
                let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                let v12 = v5 / V::splat(arch, s11);
                y.store(v12, at);
            }
            let v5 = x.load_partial::<V>(arch, 288, 12) - V::splat(arch, s4);
            let v12 = v5 / V::splat(arch, s11);
            y.store_head(v12, 288, 12);
            s4
        }
    }
}
