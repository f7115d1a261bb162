"""Who speaks, in Chinese."""

from readouts.drafting.grammar import Grammar, words

_RANKS = "主席 总统 国务卿 外长 部长 总理 总书记 先生 女士 大使 首相 首席部长"

CHINESE = Grammar(
    verbs=words(
        """
        表示 说 说道 指出 强调 称 声称 认为 重申 宣布 告诉 补充 补充说 写道
        问 问道 回答 回应 回应说 呼吁 敦促 警告 承认 提到 谈到 坦言 透露
        介绍 介绍说 主张 批评 赞扬 称赞
        """
    ),
    telling=words("告诉 敦促 呼吁"),
    between=words("还 也 则 并 又 再次 进一步 随后 当天 同时 曾 就此 此前 今天 昨天"),
    before=words("当天 随后 此前 同时 但 而 并 据悉 今天 昨天 其中"),
    joins=words("和 与 同 跟 及"),
    turns=words("但 而 ；"),
    titles=words(f"{_RANKS} 国家 外交"),
    honorifics=words("先生 女士"),
    ranks=words(_RANKS),
    towards=words("对 向 跟"),
    aside_begins=words("在"),
    aside_ends=words("时 中 上 后 间"),
    pronouns=words("他 她"),
    others=words("它 我们 他们 我 对方"),
    nameless=words("发言人 官员 助手 专家 学者 记者"),
    documents=words("声明 公报 新闻稿 通报"),
    kinds={},
    foreign=words("的 被 由 向 对 和 与 同 跟 及 给 让 请 见 晤 访 据 称 会见 会晤 访问 发言人 官员 助手"),
)
