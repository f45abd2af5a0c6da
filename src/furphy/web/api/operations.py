"""The table of operations."""

from furphy.model.assertion import AssertionKind
from furphy.model.factuality import Commitment
from furphy.web.api import changing, looking
from furphy.web.api.operation import AFTER, LIMIT, Operation, Parameter
from furphy.web.people import Role

_LIST = (AFTER, LIMIT)
_ABOUT = Parameter("about", "Id of a thing.", is_many=True)

_SEARCH = (
    Parameter("q", 'Words: `drone "air raid" зруйнов* -rumour`.'),
    Parameter("over", "What to look for.", choice=("assertions", "documents"), is_many=True),
    Parameter("source", "Who says it or publishes it.", is_many=True),
    Parameter("holder", "Innermost source.", is_many=True),
    Parameter("outlet", "Who published it.", is_many=True),
    Parameter(
        "value", "How firmly.", choice=tuple(each.value for each in Commitment), is_many=True
    ),
    Parameter(
        "kind", "Of assertion.", choice=tuple(each.value for each in AssertionKind), is_many=True
    ),
    Parameter("language", "BCP 47.", is_many=True),
    Parameter("place", "Name of a place."),
    Parameter("at", "Gazetteer and id of a place: `geonames:704147`.", is_many=True),
    Parameter("lat", "Degrees north.", "number", -90, 90),
    Parameter("lon", "Degrees east.", "number", -180, 180),
    Parameter("within", "Kilometres around the place or point.", "number", 0, 20_100),
    Parameter("from", "Happens from, ISO 8601."),
    Parameter("until", "Happens until, not any more."),
    Parameter("published_from", "Published from, ISO 8601."),
    Parameter("published_until", "Published until, not any more."),
)

_CLAIMS = (
    Parameter(
        "status",
        "What became of it.",
        choice=("unconfirmed", "denied", "confirmed", "disputed", "withdrawn", "none"),
    ),
    Parameter("since", "First met in a trace after this one.", "integer", 0, 2**53),
    Parameter("contradicted", "Only those that are.", "boolean"),
    Parameter("alone", "Also what one document alone tells, behind the others.", "boolean"),
)

OPERATIONS = (
    Operation(
        "GET", "/status", Role.READER, "status", "What the case holds.", looking.status, "Status"
    ),
    Operation(
        "GET", "/inputs", Role.READER, "inputs", "The ledger of inputs.", looking.inputs,
        "Inputs", _LIST,
    ),
    Operation(
        "GET", "/failures", Role.READER, "failures",
        "What is not in the case, or not read, and why.",
        looking.failures, "Failures", _LIST,
    ),
    Operation(
        "GET", "/documents", Role.READER, "documents", "Documents, those that came last first.",
        looking.documents, "Documents", _LIST,
    ),
    Operation(
        "GET", "/readings/{document}", Role.READER, "reading",
        "What was read in a document, with what people judged laid over it.",
        looking.reading, "Reading",
        (Parameter("as_read", "Leave out what people judged.", "boolean"),),
        parts={"document": "Id of a document, its edition or an assertion; or how one begins."},
    ),
    Operation(
        "GET", "/search", Role.READER, "search", "Assertions and documents that are wanted.",
        looking.search, "Found", (*_SEARCH, *_LIST),
    ),
    Operation(
        "GET", "/search/facets", Role.READER, "facets",
        "How many of the assertions that are wanted have each value; what `search` finds of them.",
        looking.facets, "Facets", (*_SEARCH, LIMIT),
    ),
    Operation(
        "GET", "/claims", Role.READER, "claims",
        "Claims, those with the widest gap from outlets to origins first.",
        looking.claims, "Claims", (*_CLAIMS, *_LIST),
    ),
    Operation(
        "GET", "/claims/{claim}", Role.READER, "trace",
        "A claim with all that is behind it; former ids and ids of assertions lead to it too.",
        looking.claim, "Trace", parts={"claim": "Id of a claim."},
    ),
    Operation(
        "GET", "/sources", Role.READER, "sources", "Sources, those that told most claims first.",
        looking.sources, "Sources", _LIST,
    ),
    Operation(
        "GET", "/sources/{source}", Role.READER, "source", "A source, and how it fared.",
        looking.source, "Source", parts={"source": "Id of a source."},
    ),
    Operation(
        "GET", "/derivations", Role.READER, "derivations", "Which document was made from which.",
        looking.derivations, "Derivations", _LIST,
    ),
    Operation(
        "GET", "/origins", Role.READER, "origins", "What each document goes back to.",
        looking.origins, "Origins", _LIST,
    ),
    Operation(
        "GET", "/judgements", Role.READER, "judgements",
        "Judgements, the last given first, or all on some things.",
        changing.judgements, "Judgements", (_ABOUT, *_LIST),
    ),
    Operation(
        "GET", "/seen", Role.READER, "seen",
        "A mark of all judgements on some things, to be sent with a judgement on them.",
        changing.seen, "Seen", (_ABOUT,),
    ),
    Operation(
        "POST", "/judgements", Role.ANALYST, "judge",
        "Give a judgement; refused (409) where something was judged since `saw`.",
        changing.judge, "Judgement", takes="Opinion", status=201,
    ),
    Operation(
        "POST", "/judgements/{judgement}/withdraw", Role.ANALYST, "withdraw",
        "Withdraw a judgement; it stays on record.",
        changing.withdraw, "Judgement", takes="Withdrawal", status=201,
        parts={"judgement": "Id of a judgement."},
    ),
    Operation(
        "POST", "/intake", Role.ANALYST, "take", "Queue documents to be taken in.",
        changing.take, "Job", takes="Intake", status=202,
    ),
    Operation(
        "GET", "/intake", Role.READER, "jobs", "What was taken in here, the last first.",
        changing.jobs, "Jobs", _LIST,
    ),
    Operation(
        "GET", "/intake/{number}", Role.READER, "job", "How far an intake is.",
        changing.job, "Job", parts={"number": "Number of an intake."},
    ),
    Operation(
        "POST", "/exports", Role.READER, "ask", "Have a file made, of the case or of a claim.",
        changing.ask_for, "Export", takes="Wanted", status=202,
    ),
    Operation(
        "GET", "/exports", Role.READER, "exports", "Files that were asked for, the last first.",
        changing.exports, "Exports", _LIST,
    ),
    Operation(
        "GET", "/exports/{number}", Role.READER, "export", "How far a file is.",
        changing.export, "Export", parts={"number": "Number of a file."},
    ),
    Operation(
        "GET", "/exports/{number}/file", Role.READER, "download", "A finished file.",
        changing.download, "File", media="application/octet-stream",
        parts={"number": "Number of a file."},
    ),
)  # fmt: skip
"""All that one can call. Answers, checks of parameters and the OpenAPI document follow from it."""
