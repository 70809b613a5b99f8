fn attention(
    q: &Vector<f32, 32>,
    keys: &Matrix<f32, 20, 32>,
    values: &Matrix<f32, 20, 32>,
) -> Vector<f32, 32> {
    unsafe { attention::__run(::kernels::__private::active_level(), q, keys, values) }
}
///The variants of the kernel [`attention`](fn@attention), and its reference.
#[allow(non_camel_case_types)]
enum attention {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl attention {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        q: &Vector<f32, 32>,
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
    ) -> Vector<f32, 32> {
        softmax(keys * q * 0.125) * values
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        q: &Vector<f32, 32>,
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
    ) -> ::core::result::Result<Vector<f32, 32>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, q, keys, values) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "rows in order; softmax; 4 chains of 3 vectors, 4 rows a turn",
                registers: 16,
                code_bytes: 3264,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "2 rows at once, the vector held; softmax; 4 chains of 2 vectors, 4 rows a turn",
                registers: 11,
                code_bytes: 3488,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "8 rows at once, the vector held; softmax; 4 chains of 2 vectors, 4 rows a turn",
                registers: 12,
                code_bytes: 3616,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "attention"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        q: &Vector<f32, 32>,
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
    ) -> Vector<f32, 32> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, q, keys, values);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, q, keys, values);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, q, keys, values);
                    result.assume_init()
                }
            }
        }
    }
    /// Runs the kernel for each sample of a batch: one dispatch, the bits of single calls.
    ///
    /// # Errors
    /// The slices differ in length. Nothing has run then.
    fn batch(
        q: &[Vector<f32, 32>],
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
        results: &mut [Vector<f32, 32>],
    ) -> ::core::result::Result<(), ::kernels::SizeError> {
        unsafe {
            Self::__batch(::kernels::__private::active_level(), q, keys, values, results)
        }
    }
    /// Runs one level for each sample of a batch.
    ///
    /// # Errors
    /// Outside: the processor lacks the level. Inside: the slices differ in length.
    fn batch_at(
        level: ::kernels::Level,
        q: &[Vector<f32, 32>],
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
        results: &mut [Vector<f32, 32>],
    ) -> ::core::result::Result<
        ::core::result::Result<(), ::kernels::SizeError>,
        ::kernels::UnsupportedLevel,
    > {
        level.require()?;
        ::core::result::Result::Ok(unsafe {
            Self::__batch(level, q, keys, values, results)
        })
    }
    /// # Safety
    /// The processor has `level`.
    unsafe fn __batch(
        level: ::kernels::Level,
        q: &[Vector<f32, 32>],
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
        results: &mut [Vector<f32, 32>],
    ) -> ::core::result::Result<(), ::kernels::SizeError> {
        let samples = ::kernels::__private::samples(
            &[("q", q.len()), ("results", results.len())],
        )?;
        match level {
            ::kernels::Level::Portable => {
                unsafe { Self::__portable_batch(samples, q, keys, values, results) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                unsafe { Self::__avx2_batch(samples, q, keys, values, results) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                unsafe { Self::__avx512_batch(samples, q, keys, values, results) }
            }
        }
        ::core::result::Result::Ok(())
    }
    /// # Safety
    /// Every slice has `samples` elements.
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    unsafe fn __portable_batch(
        samples: usize,
        q: &[Vector<f32, 32>],
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
        results: &mut [Vector<f32, 32>],
    ) {
        for i in 0..samples {
            unsafe {
                Self::__portable(
                    ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                    q.get_unchecked(i),
                    keys,
                    values,
                );
            }
        }
    }
    /// # Safety
    /// Every slice has `samples` elements.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn __avx2_batch(
        samples: usize,
        q: &[Vector<f32, 32>],
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
        results: &mut [Vector<f32, 32>],
    ) {
        for i in 0..samples {
            unsafe {
                Self::__avx2(
                    ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                    q.get_unchecked(i),
                    keys,
                    values,
                );
            }
        }
    }
    /// # Safety
    /// Every slice has `samples` elements.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    unsafe fn __avx512_batch(
        samples: usize,
        q: &[Vector<f32, 32>],
        keys: &Matrix<f32, 20, 32>,
        values: &Matrix<f32, 20, 32>,
        results: &mut [Vector<f32, 32>],
    ) {
        for i in 0..samples {
            unsafe {
                Self::__avx512(
                    ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                    q.get_unchecked(i),
                    keys,
                    values,
                );
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 32>>,
        q: &::kernels::Vector<f32, 32>,
        keys: &::kernels::Matrix<f32, 20, 32>,
        values: &::kernels::Matrix<f32, 20, 32>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let q = __private::Src::of(q.as_slice());
            let keys = __private::Src::of(keys.as_slice());
            let values = __private::Src::of(values.as_slice());
            let buffer0 = __private::Buffer::<f32, 1, 20>::uninit();
            let t0 = buffer0.dst();
            let buffer1 = __private::Buffer::<f32, 1, 20>::uninit();
            let t1 = buffer1.dst();
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let held = __private::tile::hold::<V, 8>(arch, q, 32);
            for i in 0..5 {
                let at = i * 4;
                let dots = __private::tile::row_dots::<
                    V,
                    4,
                    1,
                    4,
                    4,
                    2,
                    _,
                >(arch, keys.offset(at * 32), 32, q, &held, 32, 4);
                let v5 = dots * V::splat(arch, 0.125);
                t1.store(v5, at);
            }
            __private::tile::softmax::<V, 4>(arch, t1.src(), t0, 20);
            for i in 0..2 {
                let col = i * 12;
                let dots = __private::tile::col_dots::<
                    V,
                    3,
                    4,
                    4,
                >(arch, t0.src(), values.offset(col), 32, 20, 12, true);
                for j in 0..3 {
                    let at = col + j * 4;
                    r0.store(dots[j], at);
                }
            }
            let dots = __private::tile::col_dots::<
                V,
                2,
                4,
                4,
            >(arch, t0.src(), values.offset(24), 32, 20, 8, true);
            for j in 0..2 {
                let at = 24 + j * 4;
                r0.store(dots[j], at);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 32>>,
        q: &::kernels::Vector<f32, 32>,
        keys: &::kernels::Matrix<f32, 20, 32>,
        values: &::kernels::Matrix<f32, 20, 32>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let q = __private::Src::of(q.as_slice());
            let keys = __private::Src::of(keys.as_slice());
            let values = __private::Src::of(values.as_slice());
            let buffer0 = __private::Buffer::<f32, 1, 20>::uninit();
            let t0 = buffer0.dst();
            let buffer1 = __private::Buffer::<f32, 1, 20>::uninit();
            let t1 = buffer1.dst();
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let held = __private::tile::hold::<V, 4>(arch, q, 32);
            for i in 0..2 {
                let at = i * 8;
                let dots = __private::tile::row_dots::<
                    V,
                    8,
                    2,
                    2,
                    2,
                    2,
                    _,
                >(arch, keys.offset(at * 32), 32, q, &held, 32, 8);
                let v5 = dots * V::splat(arch, 0.125);
                t1.store(v5, at);
            }
            let dots = __private::tile::row_dots::<
                V,
                8,
                2,
                2,
                2,
                2,
                _,
            >(arch, keys.offset(512), 32, q, &held, 32, 4);
            let v5 = dots * V::splat(arch, 0.125);
            t1.store(v5, 16);
            __private::tile::softmax::<V, 2>(arch, t1.src(), t0, 20);
            for i in 0..2 {
                let col = i * 16;
                let dots = __private::tile::col_dots::<
                    V,
                    2,
                    4,
                    4,
                >(arch, t0.src(), values.offset(col), 32, 20, 16, true);
                for j in 0..2 {
                    let at = col + j * 8;
                    r0.store(dots[j], at);
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 32>>,
        q: &::kernels::Vector<f32, 32>,
        keys: &::kernels::Matrix<f32, 20, 32>,
        values: &::kernels::Matrix<f32, 20, 32>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let q = __private::Src::of(q.as_slice());
            let keys = __private::Src::of(keys.as_slice());
            let values = __private::Src::of(values.as_slice());
            let buffer0 = __private::Buffer::<f32, 1, 20>::uninit();
            let t0 = buffer0.dst();
            let buffer1 = __private::Buffer::<f32, 1, 20>::uninit();
            let t1 = buffer1.dst();
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let held = __private::tile::hold::<V, 2>(arch, q, 32);
            let dots = __private::tile::row_dots::<
                V,
                16,
                8,
                1,
                1,
                2,
                _,
            >(arch, keys, 32, q, &held, 32, 16);
            let v5 = dots * V::splat(arch, 0.125);
            t1.store(v5, 0);
            let dots = __private::tile::row_dots::<
                V,
                16,
                4,
                1,
                1,
                2,
                _,
            >(arch, keys.offset(512), 32, q, &held, 32, 4);
            let v5 = dots * V::splat(arch, 0.125);
            t1.store(v5, 16);
            __private::tile::softmax::<V, 1>(arch, t1.src(), t0, 20);
            let dots = __private::tile::col_dots::<
                V,
                2,
                4,
                4,
            >(arch, t0.src(), values, 32, 20, 32, true);
            for j in 0..2 {
                let at = j * 16;
                r0.store(dots[j], at);
            }
        }
    }
}
