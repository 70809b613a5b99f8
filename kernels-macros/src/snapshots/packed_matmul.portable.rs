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
