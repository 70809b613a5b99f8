fn scale<const N: usize>(x: &Vector<f32, N>, factor: f32) -> Vector<f32, N> {
    let mut result = ::core::mem::MaybeUninit::uninit();
    unsafe {
        scale::__record_any::<
            N,
        >(::kernels::__private::active_level(), &mut result, x, factor);
        result.assume_init()
    }
}
///The variants of the kernel [`scale`](fn@scale), and its reference.
#[allow(non_camel_case_types)]
enum scale {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl scale {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference<const N: usize>(x: &Vector<f32, N>, factor: f32) -> Vector<f32, N> {
        x * factor
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at<const N: usize>(
        level: ::kernels::Level,
        x: &Vector<f32, N>,
        factor: f32,
    ) -> ::core::result::Result<Vector<f32, N>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run::<N>(level, x, factor) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "N = 21",
                runs: ::kernels::Level::Portable,
                blocks: "elementwise",
                registers: 16,
                code_bytes: 368,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "N = 21",
                runs: ::kernels::Level::Avx2,
                blocks: "elementwise",
                registers: 8,
                code_bytes: 272,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "N = 21",
                runs: ::kernels::Level::Avx512,
                blocks: "elementwise",
                registers: 4,
                code_bytes: 224,
                narrower: &[],
            },
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "any",
                runs: ::kernels::Level::Portable,
                blocks: "elementwise",
                registers: 16,
                code_bytes: 368,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "any",
                runs: ::kernels::Level::Avx2,
                blocks: "elementwise",
                registers: 8,
                code_bytes: 368,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "any",
                runs: ::kernels::Level::Avx512,
                blocks: "elementwise",
                registers: 4,
                code_bytes: 368,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "scale"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run<const N: usize>(
        level: ::kernels::Level,
        x: &Vector<f32, N>,
        factor: f32,
    ) -> Vector<f32, N> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable_any::<N>(&mut result, x, factor);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2_any::<N>(&mut result, x, factor);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512_any::<N>(&mut result, x, factor);
                    result.assume_init()
                }
            }
        }
    }
    /// Runs the kernel for each sample of a batch: one dispatch, the bits of single calls.
    ///
    /// # Errors
    /// The slices differ in length. Nothing has run then.
    fn batch<const N: usize>(
        x: &[Vector<f32, N>],
        factor: f32,
        results: &mut [Vector<f32, N>],
    ) -> ::core::result::Result<(), ::kernels::SizeError> {
        for i in 0..::kernels::__private::samples(
            &[("x", x.len()), ("results", results.len())],
        )? {
            unsafe {
                Self::__record_any::<
                    N,
                >(
                    ::kernels::__private::active_level(),
                    ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                    x.get_unchecked(i),
                    factor,
                );
            }
        }
        ::core::result::Result::Ok(())
    }
    /// Runs one level for each sample of a batch.
    ///
    /// # Errors
    /// Outside: the processor lacks the level. Inside: the slices differ in length.
    fn batch_at<const N: usize>(
        level: ::kernels::Level,
        x: &[Vector<f32, N>],
        factor: f32,
        results: &mut [Vector<f32, N>],
    ) -> ::core::result::Result<
        ::core::result::Result<(), ::kernels::SizeError>,
        ::kernels::UnsupportedLevel,
    > {
        level.require()?;
        ::core::result::Result::Ok(unsafe {
            Self::__batch::<N>(level, x, factor, results)
        })
    }
    /// # Safety
    /// The processor has `level`.
    unsafe fn __batch<const N: usize>(
        level: ::kernels::Level,
        x: &[Vector<f32, N>],
        factor: f32,
        results: &mut [Vector<f32, N>],
    ) -> ::core::result::Result<(), ::kernels::SizeError> {
        let samples = ::kernels::__private::samples(
            &[("x", x.len()), ("results", results.len())],
        )?;
        match level {
            ::kernels::Level::Portable => {
                unsafe { Self::__portable_batch::<N>(samples, x, factor, results) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                unsafe { Self::__avx2_batch::<N>(samples, x, factor, results) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                unsafe { Self::__avx512_batch::<N>(samples, x, factor, results) }
            }
        }
        ::core::result::Result::Ok(())
    }
    /// # Safety
    /// Every slice has `samples` elements.
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    unsafe fn __portable_batch<const N: usize>(
        samples: usize,
        x: &[Vector<f32, N>],
        factor: f32,
        results: &mut [Vector<f32, N>],
    ) {
        for i in 0..samples {
            unsafe {
                Self::__portable_any::<
                    N,
                >(
                    ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                    x.get_unchecked(i),
                    factor,
                );
            }
        }
    }
    /// # Safety
    /// Every slice has `samples` elements.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn __avx2_batch<const N: usize>(
        samples: usize,
        x: &[Vector<f32, N>],
        factor: f32,
        results: &mut [Vector<f32, N>],
    ) {
        for i in 0..samples {
            unsafe {
                Self::__avx2_any::<
                    N,
                >(
                    ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                    x.get_unchecked(i),
                    factor,
                );
            }
        }
    }
    /// # Safety
    /// Every slice has `samples` elements.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    unsafe fn __avx512_batch<const N: usize>(
        samples: usize,
        x: &[Vector<f32, N>],
        factor: f32,
        results: &mut [Vector<f32, N>],
    ) {
        for i in 0..samples {
            unsafe {
                Self::__avx512_any::<
                    N,
                >(
                    ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                    x.get_unchecked(i),
                    factor,
                );
            }
        }
    }
    /// # Safety
    /// The processor has `level`.
    unsafe fn __record_21(
        level: ::kernels::Level,
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        static SITE: ::kernels::__private::Site = ::kernels::__private::Site::new(::kernels::__private::About {
            folder: ::core::env!("CARGO_MANIFEST_DIR"),
            kernel: ::core::concat!(::core::module_path!(), "::", "scale"),
            sizes: "N = 21",
            elements: "f32",
            graph: 13822963417832643314u64,
            comparable: true,
            repeatable: true,
            candidates: &[
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Portable,
                    number: 0,
                    blocks: "elementwise",
                    model: true,
                },
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Portable,
                    number: 1,
                    blocks: "elementwise; rolled",
                    model: false,
                },
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Portable,
                    number: 2,
                    blocks: "elementwise; masked tails",
                    model: false,
                },
                #[cfg(target_arch = "x86_64")]
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Avx2,
                    number: 0,
                    blocks: "elementwise",
                    model: true,
                },
                #[cfg(target_arch = "x86_64")]
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Avx2,
                    number: 1,
                    blocks: "elementwise; rolled",
                    model: false,
                },
                #[cfg(target_arch = "x86_64")]
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Avx2,
                    number: 2,
                    blocks: "elementwise; masked tails",
                    model: false,
                },
                #[cfg(target_arch = "x86_64")]
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Avx512,
                    number: 0,
                    blocks: "elementwise",
                    model: true,
                },
                #[cfg(target_arch = "x86_64")]
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Avx512,
                    number: 1,
                    blocks: "elementwise; overlapping tails",
                    model: false,
                },
            ],
        });
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::SITES)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: &::kernels::__private::Site = &SITE;
        let memory = [::kernels::__private::Slot::of(result)];
        SITE.call(
            level,
            memory,
            |contender, slots| match (contender.level, contender.number) {
                (::kernels::Level::Portable, 0) => {
                    unsafe { Self::__portable_21(slots[0].get(), x, factor) }
                }
                (::kernels::Level::Portable, 1) => {
                    unsafe { Self::__portable_21_c1(slots[0].get(), x, factor) }
                }
                (::kernels::Level::Portable, 2) => {
                    unsafe { Self::__portable_21_c2(slots[0].get(), x, factor) }
                }
                #[cfg(target_arch = "x86_64")]
                (::kernels::Level::Avx2, 0) => {
                    unsafe { Self::__avx2_21(slots[0].get(), x, factor) }
                }
                #[cfg(target_arch = "x86_64")]
                (::kernels::Level::Avx2, 1) => {
                    unsafe { Self::__avx2_21_c1(slots[0].get(), x, factor) }
                }
                #[cfg(target_arch = "x86_64")]
                (::kernels::Level::Avx2, 2) => {
                    unsafe { Self::__avx2_21_c2(slots[0].get(), x, factor) }
                }
                #[cfg(target_arch = "x86_64")]
                (::kernels::Level::Avx512, 0) => {
                    unsafe { Self::__avx512_21(slots[0].get(), x, factor) }
                }
                #[cfg(target_arch = "x86_64")]
                (::kernels::Level::Avx512, 1) => {
                    unsafe { Self::__avx512_21_c1(slots[0].get(), x, factor) }
                }
                _ => ::core::unreachable!("the site knows its candidates alone"),
            },
        )
    }
    /// # Safety
    /// The processor has `level`.
    unsafe fn __record<const N: usize>(
        level: ::kernels::Level,
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, { N }>>,
        x: &::kernels::Vector<f32, { N }>,
        factor: f32,
    ) {
        static SITE: ::kernels::__private::Site = ::kernels::__private::Site::new(::kernels::__private::About {
            folder: ::core::env!("CARGO_MANIFEST_DIR"),
            kernel: ::core::concat!(::core::module_path!(), "::", "scale"),
            sizes: "any",
            elements: "f32",
            graph: 3435614443200279910u64,
            comparable: false,
            repeatable: true,
            candidates: &[
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Portable,
                    number: 0,
                    blocks: "elementwise",
                    model: true,
                },
                #[cfg(target_arch = "x86_64")]
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Avx2,
                    number: 0,
                    blocks: "elementwise",
                    model: true,
                },
                #[cfg(target_arch = "x86_64")]
                ::kernels::__private::Contender {
                    level: ::kernels::Level::Avx512,
                    number: 0,
                    blocks: "elementwise",
                    model: true,
                },
            ],
        });
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::SITES)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: &::kernels::__private::Site = &SITE;
        let memory = [::kernels::__private::Slot::of(result)];
        SITE.call(
            level,
            memory,
            |contender, slots| match (contender.level, contender.number) {
                (::kernels::Level::Portable, 0) => {
                    unsafe { Self::__portable::<N>(slots[0].get(), x, factor) }
                }
                #[cfg(target_arch = "x86_64")]
                (::kernels::Level::Avx2, 0) => {
                    unsafe { Self::__avx2::<N>(slots[0].get(), x, factor) }
                }
                #[cfg(target_arch = "x86_64")]
                (::kernels::Level::Avx512, 0) => {
                    unsafe { Self::__avx512::<N>(slots[0].get(), x, factor) }
                }
                _ => ::core::unreachable!("the site knows its candidates alone"),
            },
        )
    }
    #[inline]
    unsafe fn __record_any<const N: usize>(
        level: ::kernels::Level,
        result: &mut ::core::mem::MaybeUninit<Vector<f32, N>>,
        x: &Vector<f32, N>,
        factor: f32,
    ) {
        if N == 21 {
            return unsafe {
                ::kernels::__private::same(
                    Self::__record_21(
                        ::kernels::__private::same(level),
                        ::kernels::__private::same(result),
                        ::kernels::__private::same(x),
                        ::kernels::__private::same(factor),
                    ),
                )
            };
        }
        unsafe { Self::__record::<N>(level, result, x, factor) }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    #[inline]
    fn __portable_any<const N: usize>(
        result: &mut ::core::mem::MaybeUninit<Vector<f32, N>>,
        x: &Vector<f32, N>,
        factor: f32,
    ) {
        if N == 21 {
            return unsafe {
                ::kernels::__private::same(
                    Self::__portable_21(
                        ::kernels::__private::same(result),
                        ::kernels::__private::same(x),
                        ::kernels::__private::same(factor),
                    ),
                )
            };
        }
        Self::__portable::<N>(result, x, factor)
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    #[inline]
    fn __avx2_any<const N: usize>(
        result: &mut ::core::mem::MaybeUninit<Vector<f32, N>>,
        x: &Vector<f32, N>,
        factor: f32,
    ) {
        if N == 21 {
            return unsafe {
                ::kernels::__private::same(
                    Self::__avx2_21(
                        ::kernels::__private::same(result),
                        ::kernels::__private::same(x),
                        ::kernels::__private::same(factor),
                    ),
                )
            };
        }
        Self::__avx2::<N>(result, x, factor)
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    #[inline]
    fn __avx512_any<const N: usize>(
        result: &mut ::core::mem::MaybeUninit<Vector<f32, N>>,
        x: &Vector<f32, N>,
        factor: f32,
    ) {
        if N == 21 {
            return unsafe {
                ::kernels::__private::same(
                    Self::__avx512_21(
                        ::kernels::__private::same(result),
                        ::kernels::__private::same(x),
                        ::kernels::__private::same(factor),
                    ),
                )
            };
        }
        Self::__avx512::<N>(result, x, factor)
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable_21(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Portable>;
            unsafe {
                let arch = __private::arch::Portable::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                for i in 0..5 {
                    let at = i * 4;
                    let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                    r0.store(v2, at);
                }
                let v2 = x.load::<V>(arch, 17) * V::splat(arch, factor);
                r0.store(v2, 17);
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable_21_c1(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Portable>;
            unsafe {
                let arch = __private::arch::Portable::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                for i in 0..__private::tile::opaque(5) {
                    let at = i * 4;
                    let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                    r0.store(v2, at);
                }
                let v2 = x.load::<V>(arch, 17) * V::splat(arch, factor);
                r0.store(v2, 17);
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable_21_c2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Portable>;
            unsafe {
                let arch = __private::arch::Portable::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                for i in 0..5 {
                    let at = i * 4;
                    let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                    r0.store(v2, at);
                }
                let v2 = x.load_partial::<V>(arch, 20, 1) * V::splat(arch, factor);
                r0.store_head(v2, 20, 1);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2_21(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx2>;
            unsafe {
                let arch = __private::arch::Avx2::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                for i in 0..2 {
                    let at = i * 8;
                    let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                    r0.store(v2, at);
                }
                let v2 = x.load::<V>(arch, 13) * V::splat(arch, factor);
                r0.store(v2, 13);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2_21_c1(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx2>;
            unsafe {
                let arch = __private::arch::Avx2::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                for i in 0..__private::tile::opaque(2) {
                    let at = i * 8;
                    let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                    r0.store(v2, at);
                }
                let v2 = x.load::<V>(arch, 13) * V::splat(arch, factor);
                r0.store(v2, 13);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2_21_c2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx2>;
            unsafe {
                let arch = __private::arch::Avx2::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                for i in 0..2 {
                    let at = i * 8;
                    let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                    r0.store(v2, at);
                }
                let v2 = x.load_partial::<V>(arch, 16, 5) * V::splat(arch, factor);
                r0.store_head(v2, 16, 5);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512_21(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx512>;
            unsafe {
                let arch = __private::arch::Avx512::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                let v2 = x.load::<V>(arch, 0) * V::splat(arch, factor);
                r0.store(v2, 0);
                let v2 = x.load_partial::<V>(arch, 16, 5) * V::splat(arch, factor);
                r0.store_head(v2, 16, 5);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512_21_c1(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 21>>,
        x: &::kernels::Vector<f32, 21>,
        factor: f32,
    ) {
        #[allow(dead_code)]
        const N: usize = 21;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx512>;
            unsafe {
                let arch = __private::arch::Avx512::assume();
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                let v2 = x.load::<V>(arch, 0) * V::splat(arch, factor);
                r0.store(v2, 0);
                let v2 = x.load::<V>(arch, 5) * V::splat(arch, factor);
                r0.store(v2, 5);
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable<const N: usize>(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, { N }>>,
        x: &::kernels::Vector<f32, { N }>,
        factor: f32,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let x = __private::Src::of(x.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..N / 4 {
                let at = i * 4;
                let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                r0.store(v2, at);
            }
            if N % 4 != 0 {
                let at = N / 4 * 4;
                let v2 = x.load_partial::<V>(arch, at, N % 4) * V::splat(arch, factor);
                r0.store_partial(v2, at, N % 4);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2<const N: usize>(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, { N }>>,
        x: &::kernels::Vector<f32, { N }>,
        factor: f32,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let x = __private::Src::of(x.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..N / 8 {
                let at = i * 8;
                let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                r0.store(v2, at);
            }
            if N % 8 != 0 {
                let at = N / 8 * 8;
                let v2 = x.load_partial::<V>(arch, at, N % 8) * V::splat(arch, factor);
                r0.store_partial(v2, at, N % 8);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512<const N: usize>(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, { N }>>,
        x: &::kernels::Vector<f32, { N }>,
        factor: f32,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let x = __private::Src::of(x.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..N / 16 {
                let at = i * 16;
                let v2 = x.load::<V>(arch, at) * V::splat(arch, factor);
                r0.store(v2, at);
            }
            if N % 16 != 0 {
                let at = N / 16 * 16;
                let v2 = x.load_partial::<V>(arch, at, N % 16) * V::splat(arch, factor);
                r0.store_partial(v2, at, N % 16);
            }
        }
    }
}
