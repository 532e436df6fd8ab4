"""The walls: how a desktop is started, confined, limited, reset and destroyed."""
