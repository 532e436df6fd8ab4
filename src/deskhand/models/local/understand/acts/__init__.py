"""What a wish asks for, as acts whose arguments are parts of the wish itself; and the steps that they become."""
