fn quantized(
    w: &Packed<i8, 72, 64>,
    b: &Vector<i32, 72>,
    m: &Vector<f32, 72>,
    q: Quantization<u8>,
    x: &Vector<u8, 64>,
) -> Vector<u8, 72> {
    unsafe {
        quantized::__run(::kernels::__private::active_integer_level(), w, b, m, q, x)
    }
}
///The variants of the kernel [`quantized`](fn@quantized), and its reference.
#[allow(non_camel_case_types)]
enum quantized {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl quantized {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        w: &Packed<i8, 72, 64>,
        b: &Vector<i32, 72>,
        m: &Vector<f32, 72>,
        q: Quantization<u8>,
        x: &Vector<u8, 64>,
    ) -> Vector<u8, 72> {
        requantize(relu(w * x + b), m, q.zero_point)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        w: &Packed<i8, 72, 64>,
        b: &Vector<i32, 72>,
        m: &Vector<f32, 72>,
        q: Quantization<u8>,
        x: &Vector<u8, 64>,
    ) -> ::core::result::Result<Vector<u8, 72>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, w, b, m, q, x) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "quads of 1 row by 16 columns",
                registers: 9,
                code_bytes: 1896,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "quads of 1 row by 32 columns",
                registers: 9,
                code_bytes: 888,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::AvxVnni,
                sizes: "",
                runs: ::kernels::Level::AvxVnni,
                blocks: "quads of 1 row by 64 columns",
                registers: 16,
                code_bytes: 2104,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "quads of 1 row by 80 columns",
                registers: 11,
                code_bytes: 1384,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512Vnni,
                sizes: "",
                runs: ::kernels::Level::Avx512Vnni,
                blocks: "quads of 1 row by 80 columns",
                registers: 11,
                code_bytes: 1224,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "quantized"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        w: &Packed<i8, 72, 64>,
        b: &Vector<i32, 72>,
        m: &Vector<f32, 72>,
        q: Quantization<u8>,
        x: &Vector<u8, 64>,
    ) -> Vector<u8, 72> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, w, b, m, q, x);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, w, b, m, q, x);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avxvnni(&mut result, w, b, m, q, x);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, w, b, m, q, x);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512vnni(&mut result, w, b, m, q, x);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<u8, 72>>,
        w: &::kernels::Packed<i8, 72, 64>,
        b: &::kernels::Vector<i32, 72>,
        m: &::kernels::Vector<f32, 72>,
        q: ::kernels::quant::Quantization<u8>,
        x: &::kernels::Vector<u8, 64>,
    ) {
        let c0: u8 = q.zero_point;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Portable>;
            use __private::Int as _;
            type I = <__private::arch::Portable as __private::Arch>::I32;
            unsafe {
                let arch = __private::arch::Portable::assume();
                let quads = <__private::arch::Portable as __private::Quads>::assume_quads();
                let w = __private::panels(w);
                let b = __private::Src::of(b.as_slice());
                let m = __private::Src::of(m.as_slice());
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<u8>::result(result.as_mut_ptr());
                {
                    for i in 0..3 {
                        let col = i * 16;
                        let tile = __private::tile::quad_tile::<
                            _,
                            _,
                            _,
                            1,
                            4,
                            1,
                            false,
                        >(quads, x, 64, w.panels, w.corrections, col, 64);
                        for j in 0..4 {
                            let at = col + j * 4;
                            let v5 = tile[0][j] + b.load::<I>(arch, at);
                            let v6 = __private::arch::whole::relu(v5);
                            let v8 = v6.to_f32();
                            let v9 = v8 * m.load::<V>(arch, at);
                            let v10 = __private::arch::whole::quantize::<
                                u8,
                                _,
                            >(v9, I::splat(arch, __private::Byte::widen(c0)));
                            r0.store(v10, at);
                        }
                    }
                }
                {
                    for i in 0..2 {
                        let col = 48 + i * 12;
                        let tile = __private::tile::quad_tile::<
                            _,
                            _,
                            _,
                            1,
                            3,
                            1,
                            false,
                        >(quads, x, 64, w.panels, w.corrections, col, 64);
                        for j in 0..3 {
                            let at = col + j * 4;
                            let v5 = tile[0][j] + b.load::<I>(arch, at);
                            let v6 = __private::arch::whole::relu(v5);
                            let v8 = v6.to_f32();
                            let v9 = v8 * m.load::<V>(arch, at);
                            let v10 = __private::arch::whole::quantize::<
                                u8,
                                _,
                            >(v9, I::splat(arch, __private::Byte::widen(c0)));
                            r0.store(v10, at);
                        }
                    }
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<u8, 72>>,
        w: &::kernels::Packed<i8, 72, 64>,
        b: &::kernels::Vector<i32, 72>,
        m: &::kernels::Vector<f32, 72>,
        q: ::kernels::quant::Quantization<u8>,
        x: &::kernels::Vector<u8, 64>,
    ) {
        let c0: u8 = q.zero_point;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx2>;
            use __private::Int as _;
            type I = <__private::arch::Avx2 as __private::Arch>::I32;
            unsafe {
                let arch = __private::arch::Avx2::assume();
                let quads = <__private::arch::Avx2 as __private::Quads>::assume_quads();
                let w = __private::panels(w);
                let b = __private::Src::of(b.as_slice());
                let m = __private::Src::of(m.as_slice());
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<u8>::result(result.as_mut_ptr());
                if w.fit_pairs {
                    {
                        for i in 0..3 {
                            let col = i * 24;
                            let tile = __private::tile::quad_tile::<
                                _,
                                _,
                                _,
                                1,
                                3,
                                1,
                                true,
                            >(quads, x, 64, w.panels, w.corrections, col, 64);
                            for j in 0..3 {
                                let at = col + j * 8;
                                let v5 = tile[0][j] + b.load::<I>(arch, at);
                                let v6 = __private::arch::whole::relu(v5);
                                let v8 = v6.to_f32();
                                let v9 = v8 * m.load::<V>(arch, at);
                                let v10 = __private::arch::whole::quantize::<
                                    u8,
                                    _,
                                >(v9, I::splat(arch, __private::Byte::widen(c0)));
                                r0.store(v10, at);
                            }
                        }
                    }
                } else {
                    {
                        for i in 0..3 {
                            let col = i * 24;
                            let tile = __private::tile::quad_tile::<
                                _,
                                _,
                                _,
                                1,
                                3,
                                1,
                                false,
                            >(quads, x, 64, w.panels, w.corrections, col, 64);
                            for j in 0..3 {
                                let at = col + j * 8;
                                let v5 = tile[0][j] + b.load::<I>(arch, at);
                                let v6 = __private::arch::whole::relu(v5);
                                let v8 = v6.to_f32();
                                let v9 = v8 * m.load::<V>(arch, at);
                                let v10 = __private::arch::whole::quantize::<
                                    u8,
                                    _,
                                >(v9, I::splat(arch, __private::Byte::widen(c0)));
                                r0.store(v10, at);
                            }
                        }
                    }
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma,avxvnni")]
    fn __avxvnni(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<u8, 72>>,
        w: &::kernels::Packed<i8, 72, 64>,
        b: &::kernels::Vector<i32, 72>,
        m: &::kernels::Vector<f32, 72>,
        q: ::kernels::quant::Quantization<u8>,
        x: &::kernels::Vector<u8, 64>,
    ) {
        let c0: u8 = q.zero_point;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx2>;
            use __private::Int as _;
            type I = <__private::arch::Avx2 as __private::Arch>::I32;
            unsafe {
                let arch = __private::arch::Avx2::assume();
                let quads = <__private::arch::AvxVnni as __private::Quads>::assume_quads();
                let w = __private::panels(w);
                let b = __private::Src::of(b.as_slice());
                let m = __private::Src::of(m.as_slice());
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<u8>::result(result.as_mut_ptr());
                {
                    let tile = __private::tile::quad_tile::<
                        _,
                        _,
                        _,
                        1,
                        5,
                        1,
                        false,
                    >(quads, x, 64, w.panels, w.corrections, 0, 64);
                    for j in 0..5 {
                        let at = j * 8;
                        let v5 = tile[0][j] + b.load::<I>(arch, at);
                        let v6 = __private::arch::whole::relu(v5);
                        let v8 = v6.to_f32();
                        let v9 = v8 * m.load::<V>(arch, at);
                        let v10 = __private::arch::whole::quantize::<
                            u8,
                            _,
                        >(v9, I::splat(arch, __private::Byte::widen(c0)));
                        r0.store(v10, at);
                    }
                }
                {
                    let tile = __private::tile::quad_tile::<
                        _,
                        _,
                        _,
                        1,
                        4,
                        1,
                        false,
                    >(quads, x, 64, w.panels, w.corrections, 40, 64);
                    for j in 0..4 {
                        let at = 40 + j * 8;
                        let v5 = tile[0][j] + b.load::<I>(arch, at);
                        let v6 = __private::arch::whole::relu(v5);
                        let v8 = v6.to_f32();
                        let v9 = v8 * m.load::<V>(arch, at);
                        let v10 = __private::arch::whole::quantize::<
                            u8,
                            _,
                        >(v9, I::splat(arch, __private::Byte::widen(c0)));
                        r0.store(v10, at);
                    }
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<u8, 72>>,
        w: &::kernels::Packed<i8, 72, 64>,
        b: &::kernels::Vector<i32, 72>,
        m: &::kernels::Vector<f32, 72>,
        q: ::kernels::quant::Quantization<u8>,
        x: &::kernels::Vector<u8, 64>,
    ) {
        let c0: u8 = q.zero_point;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx512>;
            use __private::Int as _;
            type I = <__private::arch::Avx512 as __private::Arch>::I32;
            unsafe {
                let arch = __private::arch::Avx512::assume();
                let quads = <__private::arch::Avx512 as __private::Quads>::assume_quads();
                let w = __private::panels(w);
                let b = __private::Src::of(b.as_slice());
                let m = __private::Src::of(m.as_slice());
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<u8>::result(result.as_mut_ptr());
                if w.fit_pairs {
                    {
                        let tile = __private::tile::quad_tile::<
                            _,
                            _,
                            _,
                            1,
                            5,
                            1,
                            true,
                        >(quads, x, 64, w.panels, w.corrections, 0, 64);
                        for j in 0..5 {
                            let at = j * 16;
                            let rest = usize::saturating_sub(72, j * 16);
                            let v5 = tile[0][j] + b.load_partial::<I>(arch, at, rest);
                            let v6 = __private::arch::whole::relu(v5);
                            let v8 = v6.to_f32();
                            let v9 = v8 * m.load_partial::<V>(arch, at, rest);
                            let v10 = __private::arch::whole::quantize::<
                                u8,
                                _,
                            >(v9, I::splat(arch, __private::Byte::widen(c0)));
                            r0.store_partial(v10, at, rest);
                        }
                    }
                } else {
                    {
                        let tile = __private::tile::quad_tile::<
                            _,
                            _,
                            _,
                            1,
                            5,
                            1,
                            false,
                        >(quads, x, 64, w.panels, w.corrections, 0, 64);
                        for j in 0..5 {
                            let at = j * 16;
                            let rest = usize::saturating_sub(72, j * 16);
                            let v5 = tile[0][j] + b.load_partial::<I>(arch, at, rest);
                            let v6 = __private::arch::whole::relu(v5);
                            let v8 = v6.to_f32();
                            let v9 = v8 * m.load_partial::<V>(arch, at, rest);
                            let v10 = __private::arch::whole::quantize::<
                                u8,
                                _,
                            >(v9, I::splat(arch, __private::Byte::widen(c0)));
                            r0.store_partial(v10, at, rest);
                        }
                    }
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
    fn __avx512vnni(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<u8, 72>>,
        w: &::kernels::Packed<i8, 72, 64>,
        b: &::kernels::Vector<i32, 72>,
        m: &::kernels::Vector<f32, 72>,
        q: ::kernels::quant::Quantization<u8>,
        x: &::kernels::Vector<u8, 64>,
    ) {
        let c0: u8 = q.zero_point;
        {
            use ::kernels::__private::{self, Arch as _, Simd as _};
            type V = __private::VectorOf<f32, __private::arch::Avx512>;
            use __private::Int as _;
            type I = <__private::arch::Avx512 as __private::Arch>::I32;
            unsafe {
                let arch = __private::arch::Avx512::assume();
                let quads = <__private::arch::Avx512Vnni as __private::Quads>::assume_quads();
                let w = __private::panels(w);
                let b = __private::Src::of(b.as_slice());
                let m = __private::Src::of(m.as_slice());
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<u8>::result(result.as_mut_ptr());
                {
                    let tile = __private::tile::quad_tile::<
                        _,
                        _,
                        _,
                        1,
                        5,
                        1,
                        false,
                    >(quads, x, 64, w.panels, w.corrections, 0, 64);
                    for j in 0..5 {
                        let at = j * 16;
                        let rest = usize::saturating_sub(72, j * 16);
                        let v5 = tile[0][j] + b.load_partial::<I>(arch, at, rest);
                        let v6 = __private::arch::whole::relu(v5);
                        let v8 = v6.to_f32();
                        let v9 = v8 * m.load_partial::<V>(arch, at, rest);
                        let v10 = __private::arch::whole::quantize::<
                            u8,
                            _,
                        >(v9, I::splat(arch, __private::Byte::widen(c0)));
                        r0.store_partial(v10, at, rest);
                    }
                }
            }
        }
    }
}
