"""What an act would do in the world, said before it is done."""

from deskhand.guard.consequence.judge import judge as judge
