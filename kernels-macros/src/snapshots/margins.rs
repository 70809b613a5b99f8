fn margins(
    m: &Matrix<f32, 20, 37>,
    b: &Vector<f32, 20>,
) -> (Vector<f32, 20>, Vector<f32, 37>) {
    unsafe { margins::__run(::kernels::__private::active_level(), m, b) }
}
///The variants of the kernel [`margins`](fn@margins), and its reference.
#[allow(non_camel_case_types)]
enum margins {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl margins {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        m: &Matrix<f32, 20, 37>,
        b: &Vector<f32, 20>,
    ) -> (Vector<f32, 20>, Vector<f32, 37>) {
        (row_sums(exp(m)) + b, col_max(m))
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        m: &Matrix<f32, 20, 37>,
        b: &Vector<f32, 20>,
    ) -> ::core::result::Result<
        (Vector<f32, 20>, Vector<f32, 37>),
        ::kernels::UnsupportedLevel,
    > {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, m, b) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "rows reduced; columns reduced",
                registers: 16,
                code_bytes: 768,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "rows reduced; columns reduced",
                registers: 8,
                code_bytes: 768,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "rows reduced; columns reduced",
                registers: 4,
                code_bytes: 768,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "margins"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        m: &Matrix<f32, 20, 37>,
        b: &Vector<f32, 20>,
    ) -> (Vector<f32, 20>, Vector<f32, 37>) {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, m, b);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, m, b);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, m, b);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<
            (::kernels::Vector<f32, 20>, ::kernels::Vector<f32, 37>),
        >,
        m: &::kernels::Matrix<f32, 20, 37>,
        b: &::kernels::Vector<f32, 20>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let m = __private::Src::of(m.as_slice());
            let b = __private::Src::of(b.as_slice());
            let result = result.as_mut_ptr();
            let r0 = __private::Dst::<f32>::result(&raw mut (*result).0);
            let r1 = __private::Dst::<f32>::result(&raw mut (*result).1);
            for i in 0..5 {
                let at = i * 4;
                let mut rows = [V::splat(arch, 0.0); 4];
                for (r, reduced) in rows
                    .iter_mut()
                    .enumerate()
                    .take(__private::tile::opaque(4))
                {
                    let row = at + r;
                    *reduced = {
                        let mut acc = [[V::splat(arch, 0.0); 4]; 1];
                        for i in 0..2 {
                            for w in 0..4 {
                                let at = i * 16 + w * 4;
                                let element = row * 37 + at;
                                let v2 = __private::vecmath::exp(
                                    m.load::<V>(arch, element),
                                );
                                acc[0][w] = acc[0][w] + v2;
                            }
                        }
                        for w in 0..4 {
                            let at = 32 + w * 4;
                            let live = usize::saturating_sub(37, at);
                            let element = row * 37 + at;
                            let v2 = __private::vecmath::exp(
                                m.load_partial::<V>(arch, element, live),
                            );
                            acc[0][w] = acc[0][w]
                                + V::head(v2, live, V::splat(arch, 0.0));
                        }
                        __private::tile::fold_chains::<
                            _,
                            _,
                            _,
                            __private::tile::Sum,
                        >(acc)
                    };
                }
                let value = <__private::tile::Sum as __private::tile::Combine>::rows(
                    rows,
                );
                let v4 = value + b.load::<V>(arch, at);
                r0.store(v4, at);
            }
            for i in 0..2 {
                {
                    let first = i * 16;
                    let mut acc = [V::splat(arch, f32::NEG_INFINITY); 4];
                    let mut nan = [V::splat(arch, f32::NEG_INFINITY); 4];
                    for row in 0..__private::tile::opaque(20) {
                        for j in 0..4 {
                            let col = first + j * 4;
                            let element = row * 37 + col;
                            let value = m.load::<V>(arch, element);
                            acc[j] = V::max_or(acc[j], value);
                            nan[j] = V::select(V::is_nan(value), value, nan[j]);
                        }
                    }
                    for j in 0..4 {
                        let col = first + j * 4;
                        r1.store(V::select(V::is_nan(nan[j]), nan[j], acc[j]), col);
                    }
                }
            }
            {
                let mut acc = [V::splat(arch, f32::NEG_INFINITY); 2];
                let mut nan = [V::splat(arch, f32::NEG_INFINITY); 2];
                for row in 0..__private::tile::opaque(20) {
                    let element = row * 37 + 32;
                    let value = m.load::<V>(arch, element);
                    acc[0] = V::max_or(acc[0], value);
                    nan[0] = V::select(V::is_nan(value), value, nan[0]);
                    let element = row * 37 + 36;
                    let value = m.load_partial::<V>(arch, element, 1);
                    acc[1] = V::max_or(acc[1], value);
                    nan[1] = V::select(V::is_nan(value), value, nan[1]);
                }
                r1.store(V::select(V::is_nan(nan[0]), nan[0], acc[0]), 32);
                r1.store_head(V::select(V::is_nan(nan[1]), nan[1], acc[1]), 36, 1);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<
            (::kernels::Vector<f32, 20>, ::kernels::Vector<f32, 37>),
        >,
        m: &::kernels::Matrix<f32, 20, 37>,
        b: &::kernels::Vector<f32, 20>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let m = __private::Src::of(m.as_slice());
            let b = __private::Src::of(b.as_slice());
            let result = result.as_mut_ptr();
            let r0 = __private::Dst::<f32>::result(&raw mut (*result).0);
            let r1 = __private::Dst::<f32>::result(&raw mut (*result).1);
            for i in 0..2 {
                let at = i * 8;
                let mut rows = [V::splat(arch, 0.0); 8];
                for (r, reduced) in rows
                    .iter_mut()
                    .enumerate()
                    .take(__private::tile::opaque(8))
                {
                    let row = at + r;
                    *reduced = {
                        let mut acc = [[V::splat(arch, 0.0); 2]; 1];
                        for i in 0..2 {
                            for w in 0..2 {
                                let at = i * 16 + w * 8;
                                let element = row * 37 + at;
                                let v2 = __private::vecmath::exp(
                                    m.load::<V>(arch, element),
                                );
                                acc[0][w] = acc[0][w] + v2;
                            }
                        }
                        for w in 0..2 {
                            let at = 32 + w * 8;
                            let live = usize::saturating_sub(37, at);
                            let element = row * 37 + at;
                            let v2 = __private::vecmath::exp(
                                m.load_partial::<V>(arch, element, live),
                            );
                            acc[0][w] = acc[0][w]
                                + V::head(v2, live, V::splat(arch, 0.0));
                        }
                        __private::tile::fold_chains::<
                            _,
                            _,
                            _,
                            __private::tile::Sum,
                        >(acc)
                    };
                }
                let value = <__private::tile::Sum as __private::tile::Combine>::rows(
                    rows,
                );
                let v4 = value + b.load::<V>(arch, at);
                r0.store(v4, at);
            }
            let mut rows = [V::splat(arch, 0.0); 8];
            for (r, reduced) in rows
                .iter_mut()
                .enumerate()
                .take(__private::tile::opaque(4))
            {
                let row = 16 + r;
                *reduced = {
                    let mut acc = [[V::splat(arch, 0.0); 2]; 1];
                    for i in 0..2 {
                        for w in 0..2 {
                            let at = i * 16 + w * 8;
                            let element = row * 37 + at;
                            let v2 = __private::vecmath::exp(m.load::<V>(arch, element));
                            acc[0][w] = acc[0][w] + v2;
                        }
                    }
                    for w in 0..2 {
                        let at = 32 + w * 8;
                        let live = usize::saturating_sub(37, at);
                        let element = row * 37 + at;
                        let v2 = __private::vecmath::exp(
                            m.load_partial::<V>(arch, element, live),
                        );
                        acc[0][w] = acc[0][w] + V::head(v2, live, V::splat(arch, 0.0));
                    }
                    __private::tile::fold_chains::<_, _, _, __private::tile::Sum>(acc)
                };
            }
            let value = <__private::tile::Sum as __private::tile::Combine>::rows(rows);
            let v4 = value + b.load_partial::<V>(arch, 16, 4);
            r0.store_head(v4, 16, 4);
            {
                let mut acc = [V::splat(arch, f32::NEG_INFINITY); 4];
                let mut nan = [V::splat(arch, f32::NEG_INFINITY); 4];
                for row in 0..__private::tile::opaque(20) {
                    for j in 0..4 {
                        let col = j * 8;
                        let element = row * 37 + col;
                        let value = m.load::<V>(arch, element);
                        acc[j] = V::max_or(acc[j], value);
                        nan[j] = V::select(V::is_nan(value), value, nan[j]);
                    }
                }
                for j in 0..4 {
                    let col = j * 8;
                    r1.store(V::select(V::is_nan(nan[j]), nan[j], acc[j]), col);
                }
            }
            {
                let mut acc = [V::splat(arch, f32::NEG_INFINITY); 1];
                let mut nan = [V::splat(arch, f32::NEG_INFINITY); 1];
                for row in 0..20 {
                    let element = row * 37 + 32;
                    let value = m.load_partial::<V>(arch, element, 5);
                    acc[0] = V::max_or(acc[0], value);
                    nan[0] = V::select(V::is_nan(value), value, nan[0]);
                }
                r1.store_head(V::select(V::is_nan(nan[0]), nan[0], acc[0]), 32, 5);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<
            (::kernels::Vector<f32, 20>, ::kernels::Vector<f32, 37>),
        >,
        m: &::kernels::Matrix<f32, 20, 37>,
        b: &::kernels::Vector<f32, 20>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let m = __private::Src::of(m.as_slice());
            let b = __private::Src::of(b.as_slice());
            let result = result.as_mut_ptr();
            let r0 = __private::Dst::<f32>::result(&raw mut (*result).0);
            let r1 = __private::Dst::<f32>::result(&raw mut (*result).1);
            let mut rows = [V::splat(arch, 0.0); 16];
            for (r, reduced) in rows
                .iter_mut()
                .enumerate()
                .take(__private::tile::opaque(16))
            {
                *reduced = {
                    let mut acc = [[V::splat(arch, 0.0); 1]; 1];
                    for i in 0..2 {
                        let at = i * 16;
                        let element = r * 37 + at;
                        let v2 = __private::vecmath::exp(m.load::<V>(arch, element));
                        acc[0][0] = acc[0][0] + v2;
                    }
                    let element = r * 37 + 32;
                    let v2 = __private::vecmath::exp(
                        m.load_partial::<V>(arch, element, 5),
                    );
                    acc[0][0] = acc[0][0] + V::head(v2, 5, V::splat(arch, 0.0));
                    __private::tile::fold_chains::<_, _, _, __private::tile::Sum>(acc)
                };
            }
            let value = <__private::tile::Sum as __private::tile::Combine>::rows(rows);
            let v4 = value + b.load::<V>(arch, 0);
            r0.store(v4, 0);
            let mut rows = [V::splat(arch, 0.0); 16];
            for (r, reduced) in rows
                .iter_mut()
                .enumerate()
                .take(__private::tile::opaque(4))
            {
                let row = 16 + r;
                *reduced = {
                    let mut acc = [[V::splat(arch, 0.0); 1]; 1];
                    for i in 0..2 {
                        let at = i * 16;
                        let element = row * 37 + at;
                        let v2 = __private::vecmath::exp(m.load::<V>(arch, element));
                        acc[0][0] = acc[0][0] + v2;
                    }
                    let element = row * 37 + 32;
                    let v2 = __private::vecmath::exp(
                        m.load_partial::<V>(arch, element, 5),
                    );
                    acc[0][0] = acc[0][0] + V::head(v2, 5, V::splat(arch, 0.0));
                    __private::tile::fold_chains::<_, _, _, __private::tile::Sum>(acc)
                };
            }
            let value = <__private::tile::Sum as __private::tile::Combine>::rows(rows);
            let v4 = value + b.load_partial::<V>(arch, 16, 4);
            r0.store_head(v4, 16, 4);
            {
                let mut acc = [V::splat(arch, f32::NEG_INFINITY); 3];
                let mut nan = [V::splat(arch, f32::NEG_INFINITY); 3];
                for row in 0..__private::tile::opaque(20) {
                    for j in 0..2 {
                        let col = j * 16;
                        let element = row * 37 + col;
                        let value = m.load::<V>(arch, element);
                        acc[j] = V::max_or(acc[j], value);
                        nan[j] = V::select(V::is_nan(value), value, nan[j]);
                    }
                    let element = row * 37 + 32;
                    let value = m.load_partial::<V>(arch, element, 5);
                    acc[2] = V::max_or(acc[2], value);
                    nan[2] = V::select(V::is_nan(value), value, nan[2]);
                }
                for j in 0..2 {
                    let col = j * 16;
                    r1.store(V::select(V::is_nan(nan[j]), nan[j], acc[j]), col);
                }
                r1.store_head(V::select(V::is_nan(nan[2]), nan[2], acc[2]), 32, 5);
            }
        }
    }
}
