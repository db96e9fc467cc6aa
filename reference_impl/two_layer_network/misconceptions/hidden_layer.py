"""Known ways to get a hidden layer wrong, shared with other networks."""

from reference_impl._hidden_layer.forpass import *  # noqa: F403
from reference_impl._hidden_layer.gradients import *  # noqa: F403
from reference_impl._hidden_layer.results import *  # noqa: F403
