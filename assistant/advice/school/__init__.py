"""School choice: occupations taught in schools, the way there, and what comes after."""
