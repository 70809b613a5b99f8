//! rten-gemm: products of `u8` and `i8`.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_tensor::NdTensorView;

use super::Product;
use crate::common::{Byte, Difference, Place, Way};

const NAME: &str = "rten-gemm";
const PACKED: &str = "rten-gemm-prepacked";

type Gemm = GemmExecutor<u8, i8, i32>;

/// Also makes this thread the one that it runs on: else each product would go to another thread
/// and back.
pub fn announce() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    pool.build_global().expect("no pool was started before");
    println!("PEER {NAME} runs {}; it chooses that itself", Gemm::new().kernel_name());
}

/// The product with weights `w`: as they are stored, and with `pack` also as it packs them.
pub fn product<const BITS: u32>(product: Product, w: &[i8], pack: bool) -> Vec<Way<Byte<BITS>>> {
    let Product { m, n, k, .. } = product;
    // The weights live as long as the program.
    let w: &[i8] = w.to_vec().leak();
    let stored = NdTensorView::from_data([n, k], w).transposed();
    let gemm = Gemm::new();
    // Without VNNI it adds two products in 16 bits.
    let known = BITS == 8 && gemm.may_saturate();
    let difference = if known { Difference::Known } else { Difference::Mistake };
    let packed = pack.then(|| gemm.prepack_b(stored));
    let way = move |gemm: &Gemm, place: Place<Byte<BITS>>, w: GemmInputB<i8>| {
        // SAFETY: the operands are as long as the product says.
        let (a, c) = unsafe {
            let a = std::slice::from_raw_parts(place.a.cast(), m * k);
            (a, std::slice::from_raw_parts_mut(place.c.cast(), m * n))
        };
        let a = GemmInputA::Unpacked(NdTensorView::from_data([m, k], a));
        gemm.gemm(c, a, w, GemmOptions::default()).expect("the sizes fit");
    };
    let mut ways = vec![
        Way::calling(NAME, move |place| way(&gemm, place, GemmInputB::Unpacked(stored))).with(difference),
    ];
    if let Some(packed) = packed {
        let gemm = Gemm::new();
        let prepacked = Way::calling(PACKED, move |place| way(&gemm, place, GemmInputB::Packed(&packed)));
        ways.push(prepacked.with(difference));
    }
    ways
}
