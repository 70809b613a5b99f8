#[inline]
fn packed_matmul(
    a: &Matrix<f32, 1024, 1024>,
    b: &Matrix<f32, 1024, 1024>,
    c: &mut Matrix<f32, 1024, 1024>,
) {
    unsafe { packed_matmul::__run(::kernels::__private::active_level(), a, b, c) }
}
///The variants of the kernel [`packed_matmul`](fn@packed_matmul), and its reference.
#[allow(non_camel_case_types)]
enum packed_matmul {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl packed_matmul {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        a: &Matrix<f32, 1024, 1024>,
        b: &Matrix<f32, 1024, 1024>,
        c: &mut Matrix<f32, 1024, 1024>,
    ) {
        *c = a * b;
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f32, 1024, 1024>,
        b: &Matrix<f32, 1024, 1024>,
        c: &mut Matrix<f32, 1024, 1024>,
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
                blocks: "tile of 6 rows by 8 columns, packed blocks of 512 by 176 for 510 rows, or all on one thread",
                registers: 15,
                code_bytes: 2904,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "tile of 6 rows by 16 columns, packed blocks of 512 by 176 for 510 rows, or all on one thread",
                registers: 15,
                code_bytes: 2904,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "tile of 6 rows by 64 columns, packed blocks of 512 by 256 for 510 rows, or all on one thread",
                registers: 29,
                code_bytes: 3992,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "packed_matmul"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f32, 1024, 1024>,
        b: &Matrix<f32, 1024, 1024>,
        c: &mut Matrix<f32, 1024, 1024>,
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
        a: &::kernels::Matrix<f32, 1024, 1024>,
        b: &::kernels::Matrix<f32, 1024, 1024>,
        c: &mut ::kernels::Matrix<f32, 1024, 1024>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Dst::of(c.as_mut_slice());
            let at_once = __private::at_once(169, 85);
            __private::tasks(
                usize::div_ceil(169, at_once) * 6,
                |task| {
                    let right_memory = __private::Buffer::<f32, 512, 176>::uninit();
                    let right = right_memory.dst();
                    let first = task / 6 * at_once;
                    let tiles = usize::min(169 - first, at_once);
                    let panel = task % 6 * 22;
                    let panels = usize::min(128 - panel, 22);
                    let left_col = panel * 8;
                    for p in 0..2 {
                        let k = p * 512;
                        let length = usize::min(1024 - k, 512);
                        __private::tile::pack::<
                            V,
                            8,
                        >(
                            arch,
                            b.offset(left_col + k * 1024),
                            1,
                            1024,
                            length,
                            panels * 8,
                            right,
                        );
                        for t in 0..tiles {
                            let row = first * 6 + t * 6;
                            for j in 0..panels {
                                let col = left_col + j * 8;
                                let waiting = c.offset(row * 1024 + col);
                                __private::tile::prefetch_tile::<
                                    V,
                                    6,
                                    2,
                                >(waiting.src(), 1024, 8);
                                let from = if k == 0 {
                                    [[V::splat(arch, 0.0); 2]; 6]
                                } else {
                                    __private::tile::load_tile(arch, waiting.src(), 1024, 8)
                                };
                                let tile = __private::tile::gemm_streamed::<
                                    V,
                                    6,
                                    2,
                                >(
                                    arch,
                                    from,
                                    a.offset(row * 1024 + k),
                                    1024,
                                    1,
                                    right.src().offset(j * 8 * length),
                                    length,
                                );
                                if k + length < 1024 {
                                    __private::tile::store_tile(tile, waiting, 1024, 8);
                                } else {
                                    for r in 0..6 {
                                        for j in 0..2 {
                                            let at = (row + r) * 1024 + (col + j * 4);
                                            c.store(tile[r][j], at);
                                        }
                                    }
                                }
                            }
                        }
                        if first + tiles == 169 {
                            for t in 0..2 {
                                let row = 1014 + t * 5;
                                for j in 0..panels {
                                    let col = left_col + j * 8;
                                    let waiting = c.offset(row * 1024 + col);
                                    __private::tile::prefetch_tile::<
                                        V,
                                        5,
                                        2,
                                    >(waiting.src(), 1024, 8);
                                    let from = if k == 0 {
                                        [[V::splat(arch, 0.0); 2]; 5]
                                    } else {
                                        __private::tile::load_tile(arch, waiting.src(), 1024, 8)
                                    };
                                    let tile = __private::tile::gemm_streamed::<
                                        V,
                                        5,
                                        2,
                                    >(
                                        arch,
                                        from,
                                        a.offset(row * 1024 + k),
                                        1024,
                                        1,
                                        right.src().offset(j * 8 * length),
                                        length,
                                    );
                                    if k + length < 1024 {
                                        __private::tile::store_tile(tile, waiting, 1024, 8);
                                    } else {
                                        for r in 0..5 {
                                            for j in 0..2 {
                                                let at = (row + r) * 1024 + (col + j * 4);
                                                c.store(tile[r][j], at);
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                },
            );
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        a: &::kernels::Matrix<f32, 1024, 1024>,
        b: &::kernels::Matrix<f32, 1024, 1024>,
        c: &mut ::kernels::Matrix<f32, 1024, 1024>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Dst::of(c.as_mut_slice());
            let at_once = __private::at_once(169, 85);
            __private::tasks(
                usize::div_ceil(169, at_once) * 6,
                |task| {
                    let right_memory = __private::Buffer::<f32, 512, 176>::uninit();
                    let right = right_memory.dst();
                    let first = task / 6 * at_once;
                    let tiles = usize::min(169 - first, at_once);
                    let panel = task % 6 * 11;
                    let panels = usize::min(64 - panel, 11);
                    let left_col = panel * 16;
                    for p in 0..2 {
                        let k = p * 512;
                        let length = usize::min(1024 - k, 512);
                        __private::tile::pack::<
                            V,
                            16,
                        >(
                            arch,
                            b.offset(left_col + k * 1024),
                            1,
                            1024,
                            length,
                            panels * 16,
                            right,
                        );
                        for t in 0..tiles {
                            let row = first * 6 + t * 6;
                            for j in 0..panels {
                                let col = left_col + j * 16;
                                let waiting = c.offset(row * 1024 + col);
                                __private::tile::prefetch_tile::<
                                    V,
                                    6,
                                    2,
                                >(waiting.src(), 1024, 16);
                                let from = if k == 0 {
                                    [[V::splat(arch, 0.0); 2]; 6]
                                } else {
                                    __private::tile::load_tile(arch, waiting.src(), 1024, 16)
                                };
                                let tile = __private::tile::gemm_streamed::<
                                    V,
                                    6,
                                    2,
                                >(
                                    arch,
                                    from,
                                    a.offset(row * 1024 + k),
                                    1024,
                                    1,
                                    right.src().offset(j * 16 * length),
                                    length,
                                );
                                if k + length < 1024 {
                                    __private::tile::store_tile(tile, waiting, 1024, 16);
                                } else {
                                    for r in 0..6 {
                                        for j in 0..2 {
                                            let at = (row + r) * 1024 + (col + j * 8);
                                            c.store(tile[r][j], at);
                                        }
                                    }
                                }
                            }
                        }
                        if first + tiles == 169 {
                            for t in 0..2 {
                                let row = 1014 + t * 5;
                                for j in 0..panels {
                                    let col = left_col + j * 16;
                                    let waiting = c.offset(row * 1024 + col);
                                    __private::tile::prefetch_tile::<
                                        V,
                                        5,
                                        2,
                                    >(waiting.src(), 1024, 16);
                                    let from = if k == 0 {
                                        [[V::splat(arch, 0.0); 2]; 5]
                                    } else {
                                        __private::tile::load_tile(arch, waiting.src(), 1024, 16)
                                    };
                                    let tile = __private::tile::gemm_streamed::<
                                        V,
                                        5,
                                        2,
                                    >(
                                        arch,
                                        from,
                                        a.offset(row * 1024 + k),
                                        1024,
                                        1,
                                        right.src().offset(j * 16 * length),
                                        length,
                                    );
                                    if k + length < 1024 {
                                        __private::tile::store_tile(tile, waiting, 1024, 16);
                                    } else {
                                        for r in 0..5 {
                                            for j in 0..2 {
                                                let at = (row + r) * 1024 + (col + j * 8);
                                                c.store(tile[r][j], at);
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                },
            );
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        a: &::kernels::Matrix<f32, 1024, 1024>,
        b: &::kernels::Matrix<f32, 1024, 1024>,
        c: &mut ::kernels::Matrix<f32, 1024, 1024>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Dst::of(c.as_mut_slice());
            let at_once = __private::at_once(169, 85);
            __private::tasks(
                usize::div_ceil(169, at_once) * 4,
                |task| {
                    let right_memory = __private::Buffer::<f32, 512, 256>::uninit();
                    let right = right_memory.dst();
                    let first = task / 4 * at_once;
                    let tiles = usize::min(169 - first, at_once);
                    let panel = task % 4 * 4;
                    let panels = usize::min(16 - panel, 4);
                    let left_col = panel * 64;
                    for p in 0..2 {
                        let k = p * 512;
                        let length = usize::min(1024 - k, 512);
                        __private::tile::pack::<
                            V,
                            64,
                        >(
                            arch,
                            b.offset(left_col + k * 1024),
                            1,
                            1024,
                            length,
                            panels * 64,
                            right,
                        );
                        for t in 0..tiles {
                            let row = first * 6 + t * 6;
                            for j in 0..panels {
                                let col = left_col + j * 64;
                                let waiting = c.offset(row * 1024 + col);
                                __private::tile::prefetch_tile::<
                                    V,
                                    6,
                                    4,
                                >(waiting.src(), 1024, 64);
                                let from = if k == 0 {
                                    [[V::splat(arch, 0.0); 4]; 6]
                                } else {
                                    __private::tile::load_tile(arch, waiting.src(), 1024, 64)
                                };
                                let tile = __private::tile::gemm_streamed::<
                                    V,
                                    6,
                                    4,
                                >(
                                    arch,
                                    from,
                                    a.offset(row * 1024 + k),
                                    1024,
                                    1,
                                    right.src().offset(j * 64 * length),
                                    length,
                                );
                                if k + length < 1024 {
                                    __private::tile::store_tile(tile, waiting, 1024, 64);
                                } else {
                                    for r in 0..6 {
                                        for j in 0..4 {
                                            let at = (row + r) * 1024 + (col + j * 16);
                                            c.store(tile[r][j], at);
                                        }
                                    }
                                }
                            }
                        }
                        if first + tiles == 169 {
                            for t in 0..2 {
                                let row = 1014 + t * 5;
                                for j in 0..panels {
                                    let col = left_col + j * 64;
                                    let waiting = c.offset(row * 1024 + col);
                                    __private::tile::prefetch_tile::<
                                        V,
                                        5,
                                        4,
                                    >(waiting.src(), 1024, 64);
                                    let from = if k == 0 {
                                        [[V::splat(arch, 0.0); 4]; 5]
                                    } else {
                                        __private::tile::load_tile(arch, waiting.src(), 1024, 64)
                                    };
                                    let tile = __private::tile::gemm_streamed::<
                                        V,
                                        5,
                                        4,
                                    >(
                                        arch,
                                        from,
                                        a.offset(row * 1024 + k),
                                        1024,
                                        1,
                                        right.src().offset(j * 64 * length),
                                        length,
                                    );
                                    if k + length < 1024 {
                                        __private::tile::store_tile(tile, waiting, 1024, 64);
                                    } else {
                                        for r in 0..5 {
                                            for j in 0..4 {
                                                let at = (row + r) * 1024 + (col + j * 16);
                                                c.store(tile[r][j], at);
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                },
            );
        }
    }
}
