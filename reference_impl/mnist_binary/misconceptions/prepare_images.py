"""Known ways to get the images wrong."""

import numpy as np

from autograder.misconceptions import misconception
from reference_impl.mnist_binary import reference as right


@misconception("prepare_images")
def images_in_rows(images):
    """Your images are rows; here each image is a column.

    Transpose at the end: (784, m).

    ko: 이미지가 행입니다. 여기서는 이미지마다 열 하나입니다.

    마지막에 전치해서 (784, m)으로 만드세요.
    """
    return right.prepare_images(images).T


@misconception("prepare_images")
def images_mixed_up(images):
    """The pixels of different images are mixed up: you reshape to columns right away.

    reshape fills row by row. Make each image a row first, (m, 784), and transpose then.

    ko: 바로 열 모양으로 reshape해서 여러 이미지의 픽셀이 뒤섞였습니다.

    reshape는 행 순서로 채웁니다. 먼저 이미지마다 행 하나인 (m, 784)로 만든 다음 전치하세요.
    """
    return images.reshape(-1, len(images)) / 255.0


@misconception("prepare_images")
def images_not_scaled(images):
    """The pixels still run from 0 to 255.

    Divide by 255.

    ko: 픽셀 값이 아직 0부터 255까지입니다.

    255로 나누세요.
    """
    return right.prepare_images(images) * 255.0


@misconception("prepare_images")
def images_divided_by_256(images):
    """You divide by 256; the largest grey value is 255.

    Black ink must become exactly 1.

    ko: 256으로 나누었습니다. 가장 큰 회색 값은 255입니다.

    가장 진한 잉크는 정확히 1이 되어야 합니다.
    """
    return right.prepare_images(images) * 255.0 / 256.0


@misconception("prepare_images")
def images_divided_as_integers(images):
    """You divide whole numbers by whole numbers (//): every grey becomes 0.

    Write / 255, which gives floats.

    ko: 정수 나눗셈(//)을 해서 회색이 모두 0이 됩니다.

    실수가 나오는 / 255를 쓰세요.
    """
    return (images.reshape(len(images), -1).T // 255).astype(float)


@misconception("prepare_images")
def images_turned(images):
    """The pixels of each image are counted column by column.

    Count them row by row, as reshape does by itself.

    ko: 이미지의 픽셀를 열 순서로 셉니다.

    reshape가 하는 대로 행 순서로 세세요.
    """
    return right.prepare_images(np.swapaxes(images, 1, 2))


@misconception("prepare_images")
def images_in_float32(images):
    """You work in float32, which keeps only 7 digits.

    Divide by 255.0: the result is float64.

    ko: 유효 숫자가 7자리뿐인 float32를 썼습니다.

    255.0으로 나누면 float64가 됩니다.
    """
    return right.prepare_images(images).astype(np.float32)
