"""The tokenizer of the embedding: a unigram model over folded text, trained on the pairs."""

from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN, PADDING = "[UNK]", "[PAD]"
_LONGEST = 256


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """Train a tokenizer of ``size`` pieces; it folds case and diacritics as the analyser does."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace("ł", "l"),
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Replace(Regex(r"[^\p{L}\p{N}+#]+"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Metaspace()])
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[PADDING, UNKNOWN],
        unk_token=UNKNOWN,
        show_progress=False,
        max_piece_length=14,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.enable_padding(pad_id=tokenizer.token_to_id(PADDING), pad_token=PADDING)
    return tokenizer


def token_ids(tokenizer: Tokenizer, texts: list[str]) -> list[list[int]]:
    """Return the ids of each text, without padding and unknown pieces."""
    dull = {tokenizer.token_to_id(PADDING), tokenizer.token_to_id(UNKNOWN)}
    return [[token for token in found.ids if token not in dull] for found in tokenizer.encode_batch(texts)]
