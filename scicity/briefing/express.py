"""统计快讯: a month in 300 to 500 characters of plain text, for a chat or a short post."""

from scicity import periods
from scicity.briefing import goals, holdings, industry
from scicity.briefing.facts import Facts, gathered
from scicity.briefing.marks import bare, demo_keys
from scicity.wording import Language, say

MOST = {"zh": 500, "en": 1500}  # signs


def express(release: str, month: str, language: Language = "zh") -> str:
    """The month's sentences in the order of a bulletin, as many as fit; the notice of demonstration data comes first.

    LookupError for a month or release that is not there.
    """
    facts = gathered(release, month, language)
    when = periods.label(month, "ytd", language)
    told = [one for one in _sentences(facts) if one]
    notice = say("briefing_express_demo", language) if demo_keys("".join(told)) else ""
    text = notice + say("briefing_express_title", language, when=when) + "\n"
    end = "\n" + say("briefing_express_source", language, release=release)
    for one in told:
        if len(text) + len(bare(one)) + len(end) <= MOST[language]:
            text += bare(one)
    return text.rstrip() + end


def _sentences(facts: Facts) -> list[str]:
    core = holdings.projects(facts, holdings.SCOPES[0]).sentences
    return [
        *industry.whole(facts), industry.by_industry(facts), *industry.weights(facts),
        *core, *holdings.stocks(facts).sentences, goals.best(facts), *holdings.upgraded(facts).sentences,
    ]  # fmt: skip
