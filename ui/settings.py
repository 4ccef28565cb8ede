"""Everything an operator can set: one frozen object, read once at start and passed on."""

from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from register.vocabulary import Audience, Language
from ui.addresses import LOOPBACK, host_of, is_loopback

PREFIX = "ZETERKA_"
Names = Annotated[tuple[str, ...], NoDecode]
LABOUR_SOURCES = frozenset({"bdl", "cbop", "eures", "esco"})


class Settings(BaseSettings):
    """The settings with their defaults; raises ``ValidationError`` for a value that is wrong or unsafe."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        protected_namespaces=(),
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("zeterka", appauthor=False),
        description="Folder of the index, conversations, feedback and imported sources.",
    )
    register_url: str = Field(
        "https://zrk-api.ibe.edu.pl/pl/v1/",
        description="The register's JSON API, for ingest and live reading.",
    )
    live_register: bool = Field(False, description="Read single records from the register during a turn.")
    labour_live: Names = Field(
        (), description="Labour-market sources asked during a turn, by commas: `bdl`, `cbop`, `eures`, `esco`."
    )
    bdl_url: str = Field("https://bdl.stat.gov.pl/api/v1/", description="GUS Bank Danych Lokalnych.")
    bdl_key: SecretStr | None = Field(None, description="Client id for GUS; raises its quotas.")
    cbop_url: str = Field("https://oferty.praca.gov.pl/portal-api/v3/", description="Search of the job offers' portal.")
    cbop_export_url: str = Field(
        "http://oferty.praca.gov.pl/integration/services/", description="Official export of job offers."
    )
    cbop_partner: str | None = Field(None, description="Partner name for the official export of job offers.")
    eures_url: str = Field(
        "https://europa.eu/eures/api/jv-searchengine/public/", description="Search of the EURES portal."
    )
    esco_url: str = Field("https://ec.europa.eu/esco/api/", description="ESCO's web API.")
    ela_url: str = Field(
        "https://www.ela.nauka.gov.pl/dataExperts/graduates/", description="Folder of ELA's tables of graduates."
    )
    bur_url: str = Field("https://uslugirozwojowe.parp.gov.pl/api/", description="API of the training services.")
    bur_user: str | None = Field(None, description="User of the training services' API.")
    bur_key: SecretStr | None = Field(None, description="Key for that API.")
    model: Literal["auto", "embedded", "openai"] = Field(
        "auto",
        description="Chat model; `auto`: `openai` where a model server is set, else `embedded`.",
    )
    model_url: str | None = Field(None, description="Base URL of an OpenAI-compatible server (`…/v1`).")
    model_name: str | None = Field(None, description="Name of the model on that server.")
    model_key: SecretStr | None = Field(None, description="Key for that server.")
    model_seconds: float = Field(30.0, gt=0, le=600, description="Seconds to wait for one of its replies.")
    model_connect_seconds: float = Field(5.0, gt=0, le=60, description="Seconds to wait for a connection to it.")
    model_first_token_seconds: float = Field(15.0, gt=0, le=300, description="Seconds to wait for its first word.")
    model_retries: int = Field(2, ge=0, le=5, description="How often a request it refused for now is sent again.")
    model_tools: Literal["native", "json_schema", "none"] = Field(
        "native", description="How it asks for tools: by the protocol, by JSON to a schema, by JSON it is asked for."
    )
    model_context: int = Field(8_192, ge=2_048, le=2_000_000, description="Tokens it can read at once.")
    model_max_tokens: int = Field(700, ge=64, le=8_192, description="Most tokens of one of its replies.")
    model_temperature: float = Field(0.2, ge=0, le=2, description="How freely it words (0: always the likeliest).")
    model_seed: int | None = Field(None, description="Seed for servers that can repeat themselves.")
    judge: bool = Field(
        False, description="Let the model on the server judge its own drafts too, after the rails (docs/guardrails.md)."
    )
    judge_seconds: float = Field(
        10.0, gt=0, le=120, description="Seconds to wait for that; then the rails alone decide."
    )
    models_file: Path | None = Field(
        None, description="File that describes several models in the order they are tried (docs/models.md)."
    )
    judge_file: Path | None = Field(
        None, description="File that describes the model for `zeterka eval judge`, written like `models_file`."
    )
    turn_tokens: int = Field(
        20_000, ge=2_000, le=1_000_000, description="Tokens a turn may use; then `embedded` finishes it."
    )
    language: Language = Field(Language.PL, description="Language where a message does not show one.")
    audience: Audience = Field(Audience.ADULT, description="Whom answers are written for by default.")
    max_message_chars: int = Field(4000, ge=100, le=100_000, description="Longest message accepted.")
    turn_seconds: float = Field(60.0, gt=0, le=600, description="Seconds from question to answer.")
    notebook_hours: float = Field(
        336.0, ge=1, le=87_600, description="Hours a conversation may rest before notes kept without consent go."
    )
    tool_rounds: int = Field(4, ge=1, le=20, description="Rounds of tool calls in one turn.")
    host: str = Field("127.0.0.1", min_length=1, description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    workers: int = Field(1, ge=1, le=64, description="Processes that serve.")
    page: bool = Field(True, description="Serve the chat page at `/`.")
    public_url: str | None = Field(None, description="Address under which people reach the server.")
    allowed_hosts: Names = Field(
        (),
        description="More host names to answer to, by commas; its own and loopback are always there.",
    )
    cors_origins: Names = Field((), description="Origins whose pages may call the API, by commas.")
    trusted_proxies: Names = Field(
        LOOPBACK, description="Addresses of proxies whose `X-Forwarded-For` is believed, by commas."
    )
    max_body_bytes: int = Field(64_000, ge=1_000, le=10_000_000, description="Largest request body.")
    rate_per_minute: int = Field(60, ge=0, description="Requests a minute from one client to one worker; 0: no limit.")
    rate_burst: int = Field(20, ge=1, description="Requests a client may send at once.")
    sample_share: float = Field(
        0.0, ge=0, le=1, description="Share of turns kept, personal data masked, for `zeterka eval monitor`; 0: none."
    )
    sample_per_hour: int = Field(60, ge=1, le=100_000, description="Most turns kept in an hour, all workers together.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Lowest level that is logged.")
    log_json: bool = Field(False, description="Log one JSON object a line.")
    qdrant_url: str | None = Field(
        None,
        validation_alias=AliasChoices("QDRANT_URL"),
        description="Qdrant server; unset: embedded engine.",
    )
    qdrant_api_key: SecretStr | None = Field(
        None, validation_alias=AliasChoices("QDRANT_API_KEY"), description="Key for the Qdrant server."
    )
    database_url: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("DATABASE_URL"),
        description="PostgreSQL for conversations; unset: SQLite.",
    )

    @property
    def chat_model(self) -> Literal["embedded", "openai"]:
        """The chat model after ``auto`` is settled."""
        if self.model == "auto":
            return "openai" if self.model_url or self.models_file else "embedded"
        return self.model

    @property
    def hosts(self) -> frozenset[str]:
        """Every host name the server answers to."""
        public = (host_of(self.public_url),) if self.public_url else ()
        return frozenset(name.lower() for name in (*LOOPBACK, "localhost", self.host, *public, *self.allowed_hosts))

    @field_validator("allowed_hosts", "cors_origins", "trusted_proxies", "labour_live", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("data_dir")
    @classmethod
    def _home(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("labour_live")
    @classmethod
    def _sources(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := set(value) - LABOUR_SOURCES:
            raise ValueError(f"{', '.join(sorted(unknown))}: choose of {', '.join(sorted(LABOUR_SOURCES))}")
        return value

    @field_validator(
        "register_url",
        "model_url",
        "public_url",
        "qdrant_url",
        "bdl_url",
        "cbop_url",
        "cbop_export_url",
        "eures_url",
        "esco_url",
        "ela_url",
        "bur_url",
    )
    @classmethod
    def _http(cls, value: str | None) -> str | None:
        if value is not None and (urlsplit(value).scheme not in ("http", "https") or not host_of(value)):
            raise ValueError("must be an address that begins with http:// or https://")
        if value is not None and urlsplit(value).username is not None:
            raise ValueError("must not hold a user name or password")
        return value

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            parts = urlsplit(origin)
            if "*" in origin:
                raise ValueError("'*' would open the API to every page of the web; name the origins")
            if parts.scheme not in ("http", "https") or not parts.netloc or parts.path:
                raise ValueError(f"{origin!r} is not an origin such as https://example.pl")
        return value

    @field_validator("allowed_hosts", "trusted_proxies")
    @classmethod
    def _named(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any("*" in name for name in value):
            raise ValueError("'*' would let any host through; name them")
        return value

    @field_validator("database_url")
    @classmethod
    def _postgres(cls, value: SecretStr | None) -> SecretStr | None:
        if value and urlsplit(value.get_secret_value()).scheme not in ("postgresql", "postgres"):
            raise ValueError("must begin with postgresql://")
        return value

    @model_validator(mode="after")
    def _safe(self) -> Self:
        if not is_loopback(self.host) and not (self.public_url or self.allowed_hosts):
            raise ValueError(f"host {self.host} opens the server to others: set public_url or allowed_hosts too")
        for url, key, name in (
            (self.model_url, self.model_key, "model_key"),
            (self.qdrant_url, self.qdrant_api_key, "qdrant_api_key"),
            (self.bdl_url, self.bdl_key, "bdl_key"),
            (self.bur_url, self.bur_key, "bur_key"),
        ):
            if url and key and urlsplit(url).scheme == "http" and not is_loopback(host_of(url)):
                raise ValueError(f"{name} would travel unencrypted to {host_of(url)}: use https")
        if self.chat_model == "openai" and not (self.models_file or (self.model_url and self.model_name)):
            raise ValueError("model openai needs model_url and model_name, or models_file")
        if bool(self.model_url) != bool(self.model_name) and self.chat_model == "openai":
            raise ValueError("model openai needs both model_url and model_name")
        return self
