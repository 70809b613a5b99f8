//! The trained network and the test set, embedded: the program reads no file.

use std::error::Error;
use std::str::FromStr;

use kernels::memory::Aligned;
use kernels::prelude::*;
use safetensors::{Dtype, SafeTensors};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The weights, `[out, in]`, and biases of three dense layers.
pub struct Network {
    pub w1: Box<Aligned<Matrix<f32, 128, 64>>>,
    pub b1: Aligned<Vector<f32, 128>>,
    pub w2: Box<Aligned<Matrix<f32, 64, 128>>>,
    pub b2: Aligned<Vector<f32, 64>>,
    pub w3: Box<Aligned<Matrix<f32, 10, 64>>>,
    pub b3: Aligned<Vector<f32, 10>>,
}

impl Network {
    pub fn load() -> Result<Self> {
        let file = SafeTensors::deserialize(include_bytes!("../data/digits-mlp.safetensors"))?;
        Ok(Network {
            w1: matrix(&file, "hidden1.weight")?,
            b1: vector(&file, "hidden1.bias")?,
            w2: matrix(&file, "hidden2.weight")?,
            b2: vector(&file, "hidden2.bias")?,
            w3: matrix(&file, "output.weight")?,
            b3: vector(&file, "output.bias")?,
        })
    }
}

fn matrix<const R: usize, const C: usize>(
    file: &SafeTensors,
    name: &str,
) -> Result<Box<Aligned<Matrix<f32, R, C>>>> {
    let elements = elements(file, name, &[R, C])?;
    let view: &Matrix<f32, R, C> = elements.as_slice().try_into()?;
    Ok(Box::new(Aligned(*view)))
}

fn vector<const N: usize>(file: &SafeTensors, name: &str) -> Result<Aligned<Vector<f32, N>>> {
    let elements = elements(file, name, &[N])?;
    let view: &Vector<f32, N> = elements.as_slice().try_into()?;
    Ok(Aligned(*view))
}

/// A copy, because the file promises no alignment.
fn elements(file: &SafeTensors, name: &str, shape: &[usize]) -> Result<Vec<f32>> {
    let tensor = file.tensor(name)?;
    if tensor.dtype() != Dtype::F32 || tensor.shape() != shape {
        return Err(format!("{name} is {:?} {:?}, not F32 {shape:?}", tensor.dtype(), tensor.shape()).into());
    }
    let (elements, _) = tensor.data().as_chunks();
    Ok(elements.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect())
}

/// An image of the test set.
pub struct Digit {
    pub label: usize,
    /// 8 rows of 8, from 0 to 1.
    pub pixels: Aligned<Vector<f32, 64>>,
    /// The class probabilities that the network must give, computed in float64.
    pub expected: Vector<f64, 10>,
}

impl Digit {
    pub fn load_all() -> Result<Vec<Self>> {
        let images = include_str!("../data/digits-test.csv").lines();
        let expected = include_str!("../data/digits-test-probabilities.csv").lines();
        images.zip(expected).map(|(image, expected)| Digit::parse(image, expected)).collect()
    }

    fn parse(image: &str, expected: &str) -> Result<Self> {
        let (label, pixels) = image.split_once(',').ok_or("an image without pixels")?;
        let pixels: Vector<f32, 64> = numbers(pixels)?;
        Ok(Digit { label: label.parse()?, pixels: Aligned(pixels / 16.0), expected: numbers(expected)? })
    }
}

fn numbers<T: Copy + FromStr<Err: Error + 'static>, const N: usize>(line: &str) -> Result<Vector<T, N>> {
    let numbers = line.split(',').map(str::parse).collect::<std::result::Result<Vec<T>, _>>()?;
    let view: &Vector<T, N> = numbers.as_slice().try_into()?;
    Ok(*view)
}
