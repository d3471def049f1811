"""The data of an identity: where what it names stands on the website, whatever number that has become."""

from typing import Annotated

from msgspec import Meta, Struct

from secc.render.exports.files import Format, Printed, TheCode


class IdentityFile(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="identity"):
    """Who a provision is, and where it is told of; `page`, `data` and `text` are relative to the home page."""

    format: Format
    code: Annotated[TheCode, Meta(description="The Code that it is of.")]
    identity: Annotated[str, Meta(description="Who it is: its first address.")]
    address: Annotated[
        str,
        Meta(description="Where it stands; where it does no longer, or not yet, where it stood last or is to stand."),
    ]
    printed: Printed
    page: Annotated[str, Meta(description="The page on which it stands, or which tells what became of it.")]
    data: Annotated[str, Meta(description="The data of that page; what it says of this bears the same identity.")]
    text: Annotated[str, Meta(description="That page as plain text.")]
    taken_by: Annotated[
        str,
        Meta(
            description="Who stands at that address now, where it does no longer or not yet: the data are of this one."
        ),
    ] = ""
