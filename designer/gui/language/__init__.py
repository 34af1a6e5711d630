"""The languages of the window: English as it is written in the code, and what `resources/words` holds of others."""
