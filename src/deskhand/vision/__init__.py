"""What stands on a picture: text and widgets with their boxes, cached by what changed."""
