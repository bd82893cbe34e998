"""Words that rules look for in prose, and what says the same to a rule in their place."""

from types import MappingProxyType
from typing import Final

VAGUE: Final = (
    "seek", "help", "embed", "address", "champion", "consider", "encourage", "engage", "enhance",
    "ensure", "explore", "facilitate", "foster", "improve", "maximise", "optimise", "prioritise",
    "promote", "strengthen", "support", "tackle",
)  # fmt: skip
"""Verbs of which nobody can say when they are done."""

CLEAR: Final = (
    "buy", "pay", "put", "run", "ask", "set", "make", "find", "bring", "teach", "visit", "carry",
    "build", "write", "refer", "renew", "speak", "agree", "advise", "assess", "invite", "listen",
    "obtain", "arrange", "analyse", "collate", "collect", "compile", "confirm", "conduct",
    "convene", "consult", "examine", "explain", "install", "nominate", "negotiate", "distribute",
    "translate", "introduce", "establish", "implement", "investigate", "circulate", "commission",
    "advertise", "evaluate", "organise", "maintain", "coordinate", "co-ordinate", "publish",
    "recruit", "replace", "procure", "prepare", "present", "produce", "provide", "appoint",
    "attend", "choose", "create", "decide", "define", "design", "extend", "gather", "inform",
    "launch", "liaise", "remove", "secure", "submit", "deliver", "develop", "discuss", "identify",
    "measure", "monitor", "complete", "draft", "train", "offer", "meet", "hold", "fund", "open",
    "send", "take", "talk", "tell",
)  # fmt: skip
"""Verbs of which anyone can say whether they were done."""

ALSO_NOUNS: Final = (
    "map", "audit", "champion", "contact", "feed", "help", "lead", "list", "network", "pilot",
    "plan", "report", "review", "share", "support", "survey", "target", "test", "update", "work",
)  # fmt: skip
"""Words that are verbs in front of `the`, and nouns elsewhere."""

MODALS: Final = ("must", "will", "shall", "should")
PEOPLE: Final = ("men", "boy")
"""Those of whom each one is somebody: what a KPI counts in people begins so."""

REVIEWS: Final = (
    "review", "reviews", "reviewed", "reviewing", "reviewers", "assess", "assessed", "assesses",
    "assessing", "assessment", "assessments", "evaluate", "evaluates", "evaluated", "evaluating",
    "evaluation", "evaluations", "measure", "measures", "measured", "measuring", "measurement",
    "result", "results", "lessons", "findings",
)  # fmt: skip
"""What is said of a pilot that is looked back on."""

SIGNED: Final = (
    "gap", "net", "change", "growth", "difference", "differences", "variance", "balance",
    "compared", "against", "relative", "increase", "decrease", "reduction", "rise", "fall",
    "deviation", "points", "point", "shift", "distance", "ahead", "behind", "surplus", "deficit",
    "more", "fewer", "less",
)  # fmt: skip
"""Of what a figure may be below zero."""
BEYOND: Final = (
    "capacity", "budget", "budgets", "forecast", "baseline", "expected", "occupancy", "ratio",
    "index", "spend", "spending", "spent", "funding", "return", "returns", "cover", "coverage",
    "inflation",
)  # fmt: skip
"""Of what there may be more than a hundred in a hundred."""
PERSONS: Final = (
    "adults", "carers", "children", "families", "households", "learners", "parents", "people",
    "pupils", "staff", "students", "teachers", "volunteers",
)  # fmt: skip
THINGS: Final = (
    "absences", "applications", "awards", "cases", "clubs", "complaints", "courses", "events",
    "exclusions", "groups", "homes", "incidents", "letters", "meetings", "number", "placements",
    "places", "referrals", "registrations", "responses", "schools", "services", "sessions",
    "settings", "suspensions", "visits",
)  # fmt: skip
"""What is counted one by one."""

BOTH: Final = ("help", "champion", "support")
"""Vague verbs that may be nouns."""

CLASSES: Final = (REVIEWS, BOTH, ALSO_NOUNS, VAGUE, CLEAR, MODALS, SIGNED, BEYOND)

PHRASES: Final = (
    "be aware of", "continue to", "give support", "look at", "look into", "provide support",
    "raise awareness", "work closely", "work together", "work towards", "work with",
)  # fmt: skip
"""What a text may begin with that nobody can say of whether it was done."""

OBJECTS: Final = MappingProxyType({
    "each": "all", "every": "all", "their": "our", "them": "its", "this": "the", "these": "the",
    "those": "the", "above": "all", "below": "all",
})  # fmt: skip
"""What stands behind a verb and shows that it is one."""

BEHIND_NOUNS: Final = frozenset({
    "from", "group", "groups", "service", "services", "team", "teams", "with", "worker", "workers",
})  # fmt: skip

LABELS: Final = frozenset({
    "stage", "stages", "step", "steps", "phase", "phases", "level", "levels", "tier", "tiers",
    "grade", "grades", "band", "bands", "sets", "part", "parts", "section", "sections", "chapter",
    "chapters", "article", "articles", "clause", "clauses", "regulation", "regulations",
    "schedule", "schedules", "annex", "annexes", "appendix", "appendices", "page", "pages",
    "paragraph", "paragraphs", "para", "item", "items", "action", "actions", "aims", "objective",
    "objectives", "priority", "priorities", "recommendation", "recommendations", "commitment",
    "commitments", "promise", "promises", "outcome", "outcomes", "theme", "themes", "goal",
    "goals", "criterion", "criteria", "kpis", "rows", "table", "tables", "figure", "figures",
    "boxes", "line", "lines", "question", "questions", "standard", "standards", "principle",
    "principles", "pillar", "pillars", "strand", "strands", "workstream", "workstreams",
    "stream", "streams", "module", "modules", "unit", "units", "lots", "option", "options",
    "version", "versions", "edition", "editions", "drafts", "draft", "release", "releases",
    "issue", "issues", "volume", "volumes", "number", "numbers", "room", "rooms", "ward", "wards",
    "zone", "zones", "area", "areas", "route", "routes", "progress", "attainment", "year", "years",
    "term", "terms", "quarter", "quarters", "week", "weeks", "days", "month", "months", "cohort",
    "cohorts", "wave", "waves", "round", "rounds", "group", "groups", "classes", "class", "form",
    "forms", "team", "teams", "milestone", "milestones", "category", "categories", "type", "types",
    "domain", "domains", "measure", "measures", "indicator", "indicators", "ages", "aged", "post",
})  # fmt: skip
"""What a number behind it is the name of."""

SPANS: Final = frozenset({
    "year", "years", "month", "months", "week", "weeks", "days", "night", "nights", "hour", "hours",
    "minute", "minutes", "mins", "second", "seconds", "term", "terms", "quarter", "quarters",
    "decade", "decades", "fortnight", "fortnights", "evening", "evenings", "morning", "mornings",
    "afternoon", "afternoons", "times",
})  # fmt: skip
"""What a number before it makes an age or a duration."""

FUNCTION: Final = frozenset({
    "about", "across", "after", "also", "because", "been", "before", "between", "during", "each",
    "have", "into", "must", "onto", "over", "plus", "shall", "should", "than", "that", "their",
    "then", "through", "throughout", "under", "until", "were", "what", "when", "where", "which",
    "while", "whose", "will", "with", "within", "without",
})  # fmt: skip
"""Words that are not what a number counts."""

KNOWN: Final = MappingProxyType({
    "these": "the", "those": "the", "their": "its", "both": "all", "every": "all",
})  # fmt: skip
"""Before the number of a set that everybody knows."""
BOUNDS: Final = frozenset({"than", "least", "most", "reach", "reaches", "minimum of", "total of"})
SPOKEN: Final = frozenset({
    "since", "after", "before", "following", "than", "dated", "prior to", "published in",
    "published on",
})  # fmt: skip
"""Before a date that only says what is meant."""

TITLES: Final = frozenset({
    "miss", "prof", "professor", "cllr", "councillor", "dame", "revd",
})  # fmt: skip

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
SEASONS: Final = ("autumn", "spring", "summer", "winter")
ORDINALS: Final = MappingProxyType(
    {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th"}
)

KEPT: Final = frozenset({
    "kpi", "kpis", "rag", "brag", "bbc", "nhs", "pdf", "usa", "tbc", "tba", "tbd", "www", "http",
    "https", "mailto",
})  # fmt: skip
"""What planctl knows by itself, and what everybody does."""

SHORT: Final = frozenset({
    "the", "and", "for", "all", "our", "its", "any", "are", "was", "not", "but", "can", "may",
    "who", "how", "has", "had", "per", "out", "one", "two", "six", "ten", "new", "old", "day",
    "age", "aim", "ask", "buy", "pay", "put", "run", "set", "see", "try", "via", "yet", "nor",
    "due", "end", "mid", "men", "boy", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "yes", "off", "hrs",
    "min", "lot", "row", "box", "nil", "mrs", "sir", "rev", "gbp", "add", "use", "own", "few",
    "map", "now", "way", "too", "far", "his", "her", "she", "him", "you", "let", "get", "got",
    "did", "say", "act", "key", "low", "top", "yrs", "nos", "vol", "cut", "pre", "of",
})  # fmt: skip
"""Words of three letters that stay: each says too little to tell a plan by."""

PAIRS: Final = frozenset({
    "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no",
    "of", "oh", "ok", "on", "or", "pm", "so", "to", "uk", "eu", "gb", "tv", "up", "us", "we", "na",
    "wc", "th", "st", "nd", "rd", "mr", "ms", "mx", "dr", "pp",
})  # fmt: skip
"""Of two letters: words, and abbreviations that everybody knows."""

UNREADABLE: Final = frozenset({"ay", "fy", "q", "yr", "tbc", "tba", "tbd", "xx", "xxx"})
"""What no new abbreviation may be: planctl would read it."""
