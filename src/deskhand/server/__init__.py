"""HTTP doors: the Messages API in front of a model, and desktops for programs in any language."""
