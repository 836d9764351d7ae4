"""The words for a part in a body (vai trò): `Trưởng ban`, `Ủy viên thường trực`, and for the bodies themselves."""

import re

from hopluc.reading.patterns import Pattern

ROLE_WORDS = (
    r"(?:đồng )?(?:phó )?(?:trưởng (?:ban|đoàn|nhóm|tiểu ban|tổ)|tổ (?:trưởng|phó|viên)|đoàn (?:trưởng|phó|viên)|nhóm (?:trưởng|phó)|"
    r"phó (?:ban|đoàn|nhóm)|đoàn|chủ tịch hội đồng|chủ tịch ủy ban|chủ tịch|chủ nhiệm(?! (?:đề tài|dự án|nhiệm vụ|công trình)\b)|ủy viên|thành viên|(?:tổng )?thư ký|giám khảo|cố vấn|phản biện)"
    r"(?: (?:thường trực|thư ký|phản biện|khoa học|hành chính|chuyên trách|kiêm|thứ nhất|chính thức|ủy viên|\d|(?:hội đồng|ban|tổ)(?!\s\w)))*"
)
LABEL = Pattern(
    rf"(?:các |những |danh sách |(?:các )?đồng chí |\d{{1,2}} )*({ROLE_WORDS})(?:\s(?:chỉ đạo|tổ chức|điều hành))?(?=\s*(?:\(|:|-|$|gồm|là|thường|ban|tổ|hội|của)|,\s*gồm\b)",
    re.IGNORECASE,
)
COMMITTEE_WORDS = r"(?:ban (?!chấp hành|thường vụ|bí thư|cán sự|lãnh đạo|giám đốc)|tổ (?!chức)|hội đồng |đoàn |tiểu ban |nhóm )"
TAIL_ROLE = Pattern(
    rf"(?:[,;:.(-]\s*|\skiêm\s)(?:(?:làm|là|giữ chức|giữ vai trò|tham gia)\s+)?({ROLE_WORDS})((?:\s+{COMMITTEE_WORDS}|\s(?:chỉ đạo|tổ chức(?! (?:\w+ ủy|trung ương)\b)|điều hành|hội thi|cuộc thi|chương trình|đề án|dự án))(?:(?!\s-\s{ROLE_WORDS})[^,;])*)?\s*[;.,)]{{0,2}}\s*$",
    re.IGNORECASE,
)
PROSE_ROLE = Pattern(rf"\b(?:làm|giữ chức(?: vụ| danh)?|giữ vai trò|là)\s+(?:\d+\s)?({ROLE_WORDS})\b", re.IGNORECASE)
LEADS = Pattern(
    rf"(?:(?:,| -) (?!làm|là)([^,.;:()\n]{{3,60}}?))?,?(?:\scũng)?\s(?:làm|là)\s({ROLE_WORDS})(?!\w)", re.IGNORECASE
)
SHARED = Pattern(rf"(?: cùng)? (?:làm|là|giữ chức|giữ vai trò)\s({ROLE_WORDS})(?!\w)", re.IGNORECASE)
LISTS = Pattern(r"[^;:]{0,80}?(?::|\bgồm\b)")  # what makes a label the head of a list: `Ủy viên Ban Chỉ đạo gồm`
NAMED_AS = Pattern(
    rf"({ROLE_WORDS})(?:\s(?:chỉ đạo|tổ chức|điều hành))?(?: (?:trường|quản trị|khoa học)[^,;:\n]{{0,60}})?(?: nhiệm kỳ [\d –-]{{4,13}})? là (?:(?:ông|bà|đồng chí|đ/c) )?$",
    re.IGNORECASE,
)
# Of the person told next.
NEXT_TITLE = Pattern(
    r"(?:[;,]|\bvà)?\s*(?:(?:các )?đồng chí|ông|bà|đ/c)?:?\s*(?:(?:GS|PGS|TS|ThS|TSKH|VS|KS|BS|Tiến s[ĩỹ]|Thạc s[ĩỹ]|Giáo sư|Phó Giáo sư|Viện sĩ|khoa học)[.,]?\s*)*$",
    re.IGNORECASE,
)
GLUED_ROLE = Pattern(
    rf"\s*[,-]?\s*(?:(?:làm|là|giữ chức)\s+)?({ROLE_WORDS})(?=\s+(?:{COMMITTEE_WORDS}|chỉ đạo)|\s*[;.])", re.IGNORECASE
)
REST_OF_BODY = Pattern(
    r"\s((?:Chỉ đạo|Tổ chức|Điều hành|Soạn thảo|Biên tập|Quản lý|Giám khảo)[^.;,\n]{0,160}?)(?=\s(?:gồm|bao gồm|do|là|như|theo|đã|(?:đồng )?chủ trì|phát biểu|báo cáo|kết luận|yêu cầu|nhấn mạnh|đề nghị|cho biết|(?:tham )?dự)\b|[.;,\n]|$)",
    re.IGNORECASE,
)
BODY = Pattern(
    r"\b(?:[Bb]an (?:Chỉ đạo|Tổ chức(?! (?:Trung ương|TW|T\.Ư|\w+ ủy|[Cc]án bộ)\b)|Điều hành|Quản lý|Soạn thảo|Biên tập|Giám khảo|Chủ nhiệm|Vận động|Thư ký|Xây dựng|Điều phối)|"
    r"Tổ (?:[Gg]iúp việc|[Cc]ông tác|[Bb]iên tập|[Tt]hư ký|[Cc]huyên gia|[Ss]oạn thảo|[Bb]iên soạn|[Tt]riển khai|[Tt]ư vấn|[Hh]ỗ trợ|[Tt]hẩm định|[Kk]ỹ thuật)|"
    r"Hội đồng(?! (?:[Nn]hân dân|[Bb]ộ trưởng|[Cc]hính phủ)\b)|Tiểu ban|Nhóm (?:công tác|chuyên gia)|[Đđ]oàn (?:công tác|khảo sát|kiểm tra|giám sát|thanh tra|thẩm định|đại biểu|cán bộ|chuyên gia))\b"
    r"(?:[^.;:\n]|(?<=TP)\.){0,220}?(?=\s*(?:\(sau đây|\(gọi|[.;:\n]|$|,\s(?:gồm|bao gồm|theo|trên|với|do)\b)|\s(?:bao gồm|gồm|như sau|với các|với thành phần|do|đã|tiến hành|đến (?:thăm|làm)|theo|có tên|và (?:P?GS|TS|ThS|ông|bà|đồng chí)|được (?:thành lập|kiện toàn)|thay(?! đổi)|chủ trì|có (?:ông|bà|các|đồng chí)|là|cụ thể)\b)"
)
