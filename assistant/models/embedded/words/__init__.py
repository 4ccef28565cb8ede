"""What single words and phrases mean: closed lists, wants by example, attributes, places, likeness."""
