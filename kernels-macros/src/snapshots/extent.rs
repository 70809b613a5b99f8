#[inline]
fn extent(x: &Vector<f32, 4000>) -> f32 {
    unsafe { extent::__run(::kernels::__private::active_level(), x) }
}
///The variants of the kernel [`extent`](fn@extent), and its reference.
#[allow(non_camel_case_types)]
enum extent {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl extent {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(x: &Vector<f32, 4000>) -> f32 {
        max(x) - sum(x)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        x: &Vector<f32, 4000>,
    ) -> ::core::result::Result<f32, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, x) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "reduction; reduction",
                registers: 16,
                code_bytes: 544,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "reduction; reduction",
                registers: 8,
                code_bytes: 544,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "reduction; reduction",
                registers: 4,
                code_bytes: 544,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "extent"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(level: ::kernels::Level, x: &Vector<f32, 4000>) -> f32 {
        match level {
            ::kernels::Level::Portable => Self::__portable(x),
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                unsafe { Self::__avx2(x) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                unsafe { Self::__avx512(x) }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(x: &::kernels::Vector<f32, 4000>) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let x = __private::Src::of(x.as_slice());
            let s1: f32 = {
                let mut acc = [[V::splat(arch, f32::NEG_INFINITY); 4]; 4];
                let mut watch = __private::tile::NanWatch::new(arch);
                for i in 0..__private::tile::opaque(62) {
                    for c in 0..2 {
                        for w in 0..4 {
                            let at = (i * 4 + c * 2) * 16 + w * 4;
                            let (a, b) = (
                                { x.load::<V>(arch, at) },
                                {
                                    let at = at + 16;
                                    x.load::<V>(arch, at)
                                },
                            );
                            acc[c * 2][w] = V::max_or(acc[c * 2][w], a);
                            acc[c * 2 + 1][w] = V::max_or(acc[c * 2 + 1][w], b);
                            watch.see(c * 2, a, b);
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..4 {
                        let at = (248 + c) * 16 + w * 4;
                        let value = x.load::<V>(arch, at);
                        acc[c][w] = V::max_or(acc[c][w], value);
                        watch.see(c, value, value);
                    }
                }
                __private::tile::reduce_watched::<
                    _,
                    _,
                    _,
                    __private::tile::Max,
                >(acc, watch)
            };
            let s2: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 4]; 4];
                for i in 0..__private::tile::opaque(62) {
                    for c in 0..4 {
                        for w in 0..4 {
                            let at = (i * 4 + c) * 16 + w * 4;
                            acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..4 {
                        let at = (248 + c) * 16 + w * 4;
                        acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                    }
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s3: f32 = s1 - s2;
            s3
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(x: &::kernels::Vector<f32, 4000>) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let x = __private::Src::of(x.as_slice());
            let s1: f32 = {
                let mut acc = [[V::splat(arch, f32::NEG_INFINITY); 2]; 4];
                let mut watch = __private::tile::NanWatch::new(arch);
                for i in 0..__private::tile::opaque(62) {
                    for c in 0..2 {
                        for w in 0..2 {
                            let at = (i * 4 + c * 2) * 16 + w * 8;
                            let (a, b) = (
                                { x.load::<V>(arch, at) },
                                {
                                    let at = at + 16;
                                    x.load::<V>(arch, at)
                                },
                            );
                            acc[c * 2][w] = V::max_or(acc[c * 2][w], a);
                            acc[c * 2 + 1][w] = V::max_or(acc[c * 2 + 1][w], b);
                            watch.see(c * 2, a, b);
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..2 {
                        let at = (248 + c) * 16 + w * 8;
                        let value = x.load::<V>(arch, at);
                        acc[c][w] = V::max_or(acc[c][w], value);
                        watch.see(c, value, value);
                    }
                }
                __private::tile::reduce_watched::<
                    _,
                    _,
                    _,
                    __private::tile::Max,
                >(acc, watch)
            };
            let s2: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 2]; 4];
                for i in 0..__private::tile::opaque(62) {
                    for c in 0..4 {
                        for w in 0..2 {
                            let at = (i * 4 + c) * 16 + w * 8;
                            acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                        }
                    }
                }
                for c in 0..2 {
                    for w in 0..2 {
                        let at = (248 + c) * 16 + w * 8;
                        acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                    }
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s3: f32 = s1 - s2;
            s3
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(x: &::kernels::Vector<f32, 4000>) -> f32 {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let x = __private::Src::of(x.as_slice());
            let s1: f32 = {
                let mut acc = [[V::splat(arch, f32::NEG_INFINITY); 1]; 4];
                let mut watch = __private::tile::NanWatch::new(arch);
                for i in 0..__private::tile::opaque(31) {
                    for u in 0..2 {
                        let i = i * 2 + u;
                        for c in 0..2 {
                            let at = (i * 4 + c * 2) * 16;
                            let (a, b) = (
                                { x.load::<V>(arch, at) },
                                {
                                    let at = at + 16;
                                    x.load::<V>(arch, at)
                                },
                            );
                            acc[c * 2][0] = V::max_or(acc[c * 2][0], a);
                            acc[c * 2 + 1][0] = V::max_or(acc[c * 2 + 1][0], b);
                            watch.see(c * 2 + u % 2, a, b);
                        }
                    }
                }
                for c in 0..2 {
                    let at = (248 + c) * 16;
                    let value = x.load::<V>(arch, at);
                    acc[c][0] = V::max_or(acc[c][0], value);
                    watch.see(c, value, value);
                }
                __private::tile::reduce_watched::<
                    _,
                    _,
                    _,
                    __private::tile::Max,
                >(acc, watch)
            };
            let s2: f32 = {
                let mut acc = [[V::splat(arch, 0.0); 1]; 4];
                for i in 0..__private::tile::opaque(31) {
                    for u in 0..2 {
                        let i = i * 2 + u;
                        for c in 0..4 {
                            let at = (i * 4 + c) * 16;
                            acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
                        }
                    }
                }
                for c in 0..2 {
                    let at = (248 + c) * 16;
                    acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
                }
                __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
            };
            let s3: f32 = s1 - s2;
            s3
        }
    }
}
